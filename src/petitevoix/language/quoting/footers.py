"""What programs and companies add under a letter: device footers, antivirus lines, notices, list footers."""

import re

_DEVICES = (
    "iphone|ipad|ipod|apple|android|galaxy|samsung|smartphone|mobile|mobil|móvil|movil|telefon|téléphone|telephone"
    "|phone|tablet|tablette|handy|blackberry|nokia|huawei|xiaomi|redmi"
    "|oneplus|honor|oppo|pixel|sony|xperia|motorola|lg|htc|windows|outlook|hotmail|yahoo|gmail|mail|courrier"
    "|messagerie|orange|sosh|sfr|free|prixtel|bouygues|bbox|laposte|proton|protonmail|tutanota|tuta"
    "|typeapp|spark|bluemail|aqua|mailo|thunderbird|k-9|fairphone|app|application|телефон|устройства|telefonu|cep"
    "|điện thoại|手机|手機|スマートフォン|携帯|휴대폰|아이폰|갤럭시|puhelimesta"
    "|smarttelefon|ordinateur|workspace|webmail|gmx|web\\.de|t-mobile|vodafone|verizon|at&t|airmail|edison|newton"
    "|mailbird|zimbra|roundcube|superhuman|front|shortwave|fastmail|hey|wp|onet|o2|libero|virgilio|uol|seznam"
    "|yandex|яндекс|mail\\.ru|naver|네이버|qq|网易|163"
)
_DEVICE = re.compile(rf"(?<!\w)(?:{_DEVICES})", re.IGNORECASE)

# A footer that begins with one of these is one if a device or program is named on the line.
_SENT_WITH = re.compile(
    r"[\[(<~\-–—_ ]{0,4}(?:sent (?:from|via|with|using|by|on)|(?:this (?:e-?mail|message) was )?sent from"
    r"|get (?:the )?outlook for|envoyé(?:e)? (?:de|depuis|à partir|avec|par|via|sur|du|d')|envoye (?:de|depuis"
    r"|a partir|avec)"
    r"|message envoyé (?:de|depuis|avec|par|à partir)|(?:télécharge[rz]?|obtenez|obtenir) (?:outlook|yahoo|l'app)"
    r"|provenance ?: ?courrier|expédié (?:de|depuis)|écrit (?:de|depuis) mon|yahoo mail ?:|de mon (?:iphone"
    r"|smartphone|mobile|portable)"
    r"|von meinem|von mein|gesendet (?:von|mit|über|aus)|diese nachricht wurde von|(?:laden sie )?outlook für"
    r"|verzonden (?:vanaf|vanuit|met|via)|verstuurd (?:vanaf|vanuit|met|via)|(?:download|haal) outlook"
    r"|enviado (?:desde|con|do|da|de|a partir|pelo|através|por|via|mediante)|enviada (?:do|da|desde|a partir)"
    r"|obtener outlook|obter o? ?outlook|inviato (?:da|dal|con|tramite)|scarica outlook|ottieni outlook|enviat des"
    r"|wysłane? (?:z|za)|wysłano z|pobierz (?:aplikację )?outlook|skickat från|skickades från|hämta outlook"
    r"|sendt (?:fra|med|via)|hent outlook|få outlook|lähetetty|hanki outlook|odesláno z|získat outlook"
    r"|získejte outlook|odoslané z|poslano (?:z|s|sa)"
    r"|отправлено (?:с|из|от)|скачать outlook|надіслано (?:з|із)|изпратено от|trimis de|στάλθηκε από|εστάλη από"
    r"|đã gửi từ|được gửi từ|gửi từ|tải outlook|tải xuống outlook|outlook for|发自|發自|從我的|从我的|来自我的|获取"
    r"|下載|下载|取得|傳送自|寄自|dikirim dari|mengirim dari|elküldve|küldve|saadetud|skickat via"
    r"|از|أرسلت من|أُرسلت من|تم الإرسال من|נשלח מ)",
    re.IGNORECASE,
)
# These languages end with the verb.
_SENT_WITH_LAST = re.compile(
    r"(?:gesendet|gönderildi|gönderilmiştir|gonderildi|から送信|から送信されました|で送信|에서 보냄|에서 보냈습니다"
    r"|에서 전송|에서 보낸 메일|发送|傳送|發送|küldve|elküldve|を入手|보내기|indirin|edinin|다운로드|받기|入手"
    r"|saadetud)[.。 ]*$",
    re.IGNORECASE,
)
_ALWAYS = re.compile(
    r"(?:p |[^\w\s]{1,3} )?"
    r"(?:garanti sans virus|sans virus\.? ?www\.|any (?:views|opinions)[^.]{0,60}(?:expressed|presented)[^?]*$"
    r"|registered in (?:england|scotland|wales|ireland)[^.]{0,40} (?:no|number|company)(?!\w)[^?]*$"
    r"|virus-?free|virenfrei|sin virus|libre de virus|livre de vírus|sem vírus|privo di virus"
    r"|virusvrij|virusfri|bez wirusów|без вирусов|virüs bulunmuyor|l'absence de virus dans"
    r"|this (?:e-?mail|message) has been (?:checked|scanned)|diese e-?mail wurde (?:von|auf)"
    r"|cet e-?mail a été (?:vérifié|analysé)|ce (?:message|courrier|courriel|mail) a été (?:vérifié|analysé)"
    r"|este (?:correo electrónico|e-?mail|mensaje) (?:ha sido|foi) (?:comprobado|verificado|analizado)"
    r"|este e-?mail foi (?:escaneado|verificado)|questa e-?mail è stata controllata"
    r"|(?:please )?(?:consider|think of|think about) the environment|pensez à l'environnement|avant d'imprimer"
    r"|n'imprimez ce|merci de penser à l'environnement|afin de (?:contribuer au respect de"
    r"|préserver) l'environnement"
    r"|p? ?before printing|denken sie an die umwelt|bitte (?:denken sie|prüfen sie).{0,40}(?:umwelt|ausdruck)"
    r"|antes de imprimir|prima di stampare|denk aan het milieu|www\.avast\.com|<?https?://www\.avast\.com)",
    re.IGNORECASE,
)
# What Microsoft 365 writes over or under the letter of somebody it has not seen often.
_STRANGER = re.compile(
    r"\[?(?:vous (?:ne recevez|n'obtenez) pas souvent|you don't often get|certaines personnes (?:qui ont|ayant) reçu"
    r"|some people who received)\b.{0,300}aka\.ms/learnaboutsenderidentification"
    r"|\[?(?:caution|warning|attention|external(?: e-?mail)?)\]? ?[:!-]+ ?(?:this (?:e-?mail|message) "
    r"(?:originate[sd]|came|comes|was sent|is) from (?:outside|an external)|cet? (?:message|courriel|mail|e-?mail) "
    r"(?:provient|vient|émane|a été envoyé) d(?:e l'ext|epuis l'ext|'une? [^.]{0,30}ext))[^?]*$",
    re.IGNORECASE,
)
_LIST_FOOTER = re.compile(
    r"(?:.{1,80} mailing list$|you (?:received|are receiving) this (?:message|e-?mail) because|to unsubscribe(?:,|:"
    r"| from th| or | send| visit| click)|pour (?:vous|se) désabonner(?:,|:| de (?:ce|cette|la) | cliqu| envoy)"
    r"|vous recevez ce (?:message|courriel|mail) (?:car|parce)|https?://\S*/(?:mailman|listinfo)\S*)",
    re.IGNORECASE,
)
_NOTICE_WORDS = re.compile(
    r"confidenti|confidenc|vertraulich|vertrouwelijk|riservat|riservatezza|sigilo|privileg|poufn|důvěrn|fortrol"
    r"|konfident|luottamuks|конфиденц|gizli|destinataire|intended (?:solely|only|for)|intended recipient|addressee"
    r"|solely for|par erreur|in error|irrtümlich|empfänger|geadresseerde|bestemd|destinatari|por error|por engano"
    r"|por erro|per errore|pièces jointes|attachments?|disclaimer|not the (?:named|intended)"
    r"|détruire|supprimer|delete (?:it|this)|notify the sender|expéditeur|unauthori[sz]ed|interdite"
    r"|usage exclusif|non autorisée|personne visée"
    r"|strictly prohibited|legally binding|altéré|responsabilit|liability|adresat|omyl|mottagare|modtager|保密|机密"
    r"|機密|秘密|기밀|bảo mật",
    re.IGNORECASE,
)
_NOTICE_START = re.compile(
    r"[*_\-\[(\"«“ ]{0,40}(?:ce (?:message|courriel|mail|courrier|e-?mail)|cet e-?mail|cette (?:transmission"
    r"|communication)|les? (?:informations?|message|présent)|l'information contenue|avis (?:de confidentialité"
    r"|important)|confidential|confidentialité|disclaimer|avertissement|mention"
    r"|this (?:e-?mail|message|communication|transmission|electronic)|the (?:information|contents?) |notice"
    r"|important|privacy|legal|diese (?:e-?mail|nachricht)|die information|hinweis|vertraulich|dit (?:bericht"
    r"|e-?mail)|deze e-?mail|de informatie|este (?:mensaje|correo|e-?mail|mensagem)|esta (?:mensagem|comunicaci)"
    r"|aviso"
    r"|la información|a informação|questo messaggio|questa e-?mail|il (?:contenuto|presente)|le informazioni|avviso"
    r"|ta wiadomość|niniejsza wiadomość|treść|tento e-?mail|tato zpráva|detta (?:meddelande|mejl|e-post)"
    r"|denne (?:e-?mail|meddelelse|melding|e-post)|tämä (?:viesti|sähköposti)|настоящее|это (?:сообщение|письмо)"
    r"|данное|bu (?:e-?posta|ileti|mesaj)|本邮件|此邮件|本電子郵件|このメール|이 메일|본 메일|email này"
    r"|si vous n'êtes pas|if you (?:are not|have received)"
    r"|sollten sie nicht|internet (?:communications|e-?mail))",
    re.IGNORECASE,
)
_VAGUE_START = re.compile(
    r"\W{0,40}(?:important|mention|notice|hinweis|avertissement|les? (?:message|présent))", re.IGNORECASE
)
# Notices speak of a sender, and of us; who says "I" tells of what has happened.
_TOLD = re.compile(
    r"(?<!\w)(?:je|j'|m'(?:a|avez|ont|est)(?!\w)|mon|mes|moi)(?!\w)|(?<!\w)j'\w|(?<![\w(])i(?:'\w+)?(?![\w).])"
    r"|(?<!\w)(?:my|mine)(?!\w)|(?:sent|gave|told|wrote|emailed) me(?!\w)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\d{1,2}[/:]\d|(?<!\w)(?:but|mais|aber|pero|ma|je|j'ai|i|nous|we|ich|because|car|hier|yesterday|never|jamais"
    r"|lundi|monday)(?!\w)",
    re.IGNORECASE,
)
# "ma" is a mail program's "my" here, not an Italian's "but".
_EXCUSE = re.compile(
    r"[.,;]? (?:(?:veuillez|merci d'|prière d')?\s?excuse[rz]?|pardonne[rz]|désolé pour|(?:please )?(?:excuse|forgive))"
    r" (?:ma|la|my|the) (?:brièveté|concision|brevity)(?: (?:et|and|ou|or) .{1,40})?[.!]?$",
    re.IGNORECASE,
)
_LINK = re.compile(r"<?\(?https?://\S{1,400}>?\)?|<?mailto:\S{1,200}>?|\[https?://[^\]]{1,400}\]|<#\S{1,80}>?")


def names_a_device(seen: str) -> bool:
    """Say whether a plain line is a footer such as "Envoyé de mon iPhone", whole, with its device or program named."""
    if not len(seen) >= 6:
        return False
    bare = _EXCUSE.sub("", _LINK.sub("", seen)).strip(" <>[]()")
    if not bare or len(bare) > 120 or "?" in bare or bare.count(" ") > 13:
        return False
    if _SENT_WITH.match(bare):
        # "Sent from my kitchen, the mobile has no signal" names its device too late.
        clause = re.split(r"[,;:(]|\. ", bare, maxsplit=1)[0] if ":" not in bare[:22] else bare
        return bool(_DEVICE.search(clause)) and not _tells_more(bare)
    ends_so = bare.count(" ") <= 9 and _SENT_WITH_LAST.search(bare)
    return bool(ends_so and _DEVICE.search(bare)) and not _tells_more(bare)


def claims_a_sender(seen: str) -> bool:
    """Say whether a plain line is short and begins as device footers do: "Sent from a slow train"."""
    is_short = 2 <= seen.count(" ") <= 8 and seen[-1:] not in "?!" and "," not in seen
    return is_short and bool(_SENT_WITH.match(seen)) and not _tells_more(seen)


def is_added_line(seen: str) -> bool:
    """Say whether a plain line is one that programs add under a letter, and that nobody writes."""
    return (
        is_banner(seen)
        or bool(_ALWAYS.match(seen))
        or names_a_device(seen)
        or (bool(_LIST_FOOTER.match(seen)) and len(seen) < 200)
    )


def is_banner(seen: str) -> bool:
    """Say whether a plain line is the one by which a mail program warns of a stranger."""
    return bool(_STRANGER.match(seen))


def is_link_alone(seen: str) -> bool:
    """Say whether a plain line is only a link, as antivirus programs leave one under theirs."""
    return bool(seen) and not _LINK.sub("", seen).strip(" <>[]()|")


def is_notice(paragraph: str) -> bool:
    """Say whether a paragraph is a notice of confidentiality or of no liability: its opening and two of its words."""
    start = paragraph[:3000]
    if not _NOTICE_START.match(start):
        return False
    if len(start) < 60:
        return bool(re.search(r"disclaimer|avis de confidentialité|confidentiality notice", start, re.IGNORECASE))
    if _TOLD.search(start):
        return False
    # A brief line that calls itself important is a person's more often than not.
    needed = 3 if len(start) < 110 and _VAGUE_START.match(start) else 2
    return len({word.lower() for word in _NOTICE_WORDS.findall(start)}) >= needed


def _tells_more(bare: str) -> bool:
    """Recognise a sentence that goes on: "Sent from my bank to yours on Monday, the transfer never came"."""
    return bool(_MORE.search(bare))
