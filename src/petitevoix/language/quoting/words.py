"""The words that mail programs put around a quote, language by language.

Written from the wording of Gmail, Outlook, Apple Mail, Thunderbird, Zimbra, Roundcube and their like. Everything is
lower case, with straight apostrophes.
"""

# What "wrote" is called. The second list is for scripts that put no space between words.
WROTE = (
    "a écrit|a ecrit|écrivait|wrote|writes|has written|schrieb|schrieben|geschrieben|schreef|geschreven|het geskryf"
    "|escribió|escribio|escribe|escribiu|escreveu|va escriure|ha escrit|ha scritto|scrive|a scris"
    "|napisał|napisała|napisał\\(a\\)|napisana|pisze|napsal|napsala|napsal\\(a\\)|píše|napísal|napísala"
    "|napísal\\(a\\)"
    "|napisao|napisala|napisao/la|napisal|je napisal|napisao je|napisala je|skrev|skreiv|kirjoitti|kirjutas"
    "|skrifaði|írta|rašė|parašė|rakstīja"
    "|написал|написала|написал\\(а\\)|пишет|писал|написа|пише|написав|написала|написав\\(ла\\)|написао|напісаў"
    "|έγραψε|yazdı|yazdi|yazmış|đã viết|viết|menulis|nagsulat|shkroi|idatzi du|نوشت|كتب|كتبت|כתב|כתבה|כתב/ה"
)
WROTE_UNSPACED = (
    "写道|寫道|写到|写于|寫於|のメール|書きました|が書いた|からのメール|작성|님이 씀|썼습니다"
    "|쓴 글|보낸 글|เขียนว่า|เขียน|ने लिखा"
)

# What stands before a date at the head of a quote.
BEFORE_DATE = (
    "on|at|le|am|op|el|il giorno|il|em|no dia|in data|den|dne|dňa|w dniu|dnia|vào|vao|ngày|pada|pada tanggal|στις"
    "|în|la|på|dana|u"
    "|kuupäev|v|na|на|в|за|në|al|o dia|em data|tarihinde|fecha|datum|date|në datën|az|в понедельник|در|في|בתאריך|ב-"
    "|em seg|ที่|ในวันที่|在|于|於"
)

FROM = (
    "from|de|von|van|da|od|fra|från|lähettäjä|от|от кого|від|від кого|kimden|gönderen|từ|người gửi|发件人|寄件者"
    "|寄件人|发信人|差出人|送信者|送信元"
    "|보낸 사람|보낸사람|보낸이|feladó|de la|expeditor|από|αποστολέας|من|מאת|จาก|dari|pengirim|saatja|nuo"
    "|pošiljatelj|odosielateľ|odesílatel"
    "|nadawca|avsender|afsender|mittente|remitente|remetente|expéditeur|absender|afzender|avsändare|no|sūtītājs|frá"
    "|nga|from address"
)
SENT = (
    "sent|envoyé|envoye|envoyé le|date d'envoi|gesendet|gesendet am|verzonden|enviado|enviado el|enviada el"
    "|enviada em|enviado em|enviada|inviato"
    "|inviata|data invio|wysłano|wysłane|skickat|sendt|lähetetty|odesláno|odoslané|odoslaná|elküldve|küldve|trimis"
    "|отправлено|отправлен|надіслано|відправлено"
    "|изпратено|gönderildi|gönderilme tarihi|gönderme tarihi|đã gửi|gửi|发送时间|发送日期|传送时间|寄件日期"
    "|傳送時間|寄件時間|已发送|已傳送|送信日時|送信日|送信"
    "|보낸 날짜|보낸날짜|보낸 시간|전송|εστάλη|στάλθηκε|أرسلت|تاريخ الإرسال|נשלח|dikirim|poslano|saadetud|išsiųsta"
    "|nosūtīts|message du|message reçu le|sent at|ส่ง"
)
DATE = (
    "date|datum|dato|data|fecha|pvm|päivämäärä|päiväys|dátum|дата|tarih|ngày|日期|时间|時間|日付|日時|날짜"
    "|ημερομηνία|تاريخ|التاريخ|תאריך|tanggal"
    "|kuupäev|วันที่|datums|data i godzina|dagsetning|reçu|reçu le|received"
)
TO = (
    "to|à|a|an|aan|para|per|do|till|til|vastaanottaja|saaja|komu|pro|príjemca|příjemce|címzett|către|catre|кому|до"
    "|kime|alıcı|đến|tới|người nhận|收件人|收件者"
    "|宛先|送信先|받는 사람|받는사람|받는이|προς|إلى|אל|kepada|za|prima|destinataire|destinataires|destinatario"
    "|destinatário|empfänger|ถึง|naar|kam|kellele|adresat|til:|mottaker|modtager|mottagare"
)
COPY = (
    "cc|bcc|cci|copie|copie à|copie a|cópia|copia|kopie|kopie an|kopia|kopi|kopio|másolat|копия|копія|dw|udw|抄送"
    "|副本|参照|참조|κοιν|skrytá kopie|kópia|bilgi|ck|kopia till"
)
SUBJECT = (
    "subject|objet|sujet|betreff|onderwerp|asunto|assunto|oggetto|temat|ämne|emne|aihe|otsikko|předmět|predmet"
    "|tárgy|subiect|тема|konu|chủ đề|tiêu đề"
    "|主题|主題|主旨|标题|件名|제목|θέμα|الموضوع|موضوع|נושא|subjek|perihal|teema|เรื่อง|tema|assumpte|onderwerp"
    "|zadeva|tēma|re|efni|subjekt|onderwerp|mavzu"
)
OTHER = (
    "reply-to|reply to|répondre à|importance|priorité|priority|priorität|prioridad|pièces jointes|pièce jointe"
    "|attachments|attachment|anlagen|anhang|bijlagen"
    "|adjuntos|allegati|anexos|organization|organisation|newsgroups|cc:|categories|sensitivity|pj|p.j|załączniki"
    "|bilagor|vedhæftede filer|vedlegg|liitteet|přílohy|вложения|ekler|附件|添付ファイル|첨부|첨부 파일"
)

# What stands between dashes above a quote, or opens a forwarded letter.
ORIGINAL = (
    "original message|original e-?mail|message d'origine|message original|message originel|message initial"
    "|mail original|courriel original|courrier original"
    "|ursprüngliche nachricht|ursprungliche nachricht|originalnachricht|original-?nachricht|ursprüngliche e-?mail"
    "|oorspronkelijk bericht|origineel bericht"
    "|mensaje original|missatge original|mensagem original|messaggio originale|wiadomość oryginalna"
    "|oryginalna wiadomość|wiadomość pierwotna"
    "|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|original meddelelse|oprindelig besked"
    "|opprinnelig melding|original melding|opprinnelig e-post"
    "|alkuperäinen viesti|původní zpráva|původní e-mail|pôvodná správa|eredeti üzenet|mesaj original"
    "|mesajul original|исходное сообщение|оригинальное сообщение"
    "|исходное письмо|оригінальне повідомлення|вихідне повідомлення|оригинално съобщение|originalna poruka"
    "|izvorna poruka|izvirno sporočilo|αρχικό μήνυμα"
    "|orijinal mesaj|orjinal mesaj|özgün ileti|özgün mesaj|orijinal ileti|asıl mesaj|asıl ileti|thư gốc"
    "|tin nhắn gốc|thư ban đầu|pesan asli|algne sõnum"
    "|原始邮件|邮件原件|原邮件|原始信息|原始郵件|原始訊息|回复的原邮件|回复的邮件|元のメッセージ"
    "|オリジナルメッセージ|オリジナル メッセージ|元のメール|원본 메시지|원본메시지|원본 메일|원본 이메일"
    "|الرسالة الأصلية|رسالة أصلية|הודעה מקורית|ข้อความต้นฉบับ|originalus laiškas|mail d'origine|courriel d'origine"
    "|quoted message|previous message|message précédent|replied message"
)
FORWARDED = (
    "forwarded message|forwarded e-?mail|forwarded mail|message transféré|message transmis|message réexpédié"
    "|message suivi|courriel transféré|mail transféré|e-mail transféré"
    "|weitergeleitete nachricht|weitergeleiteten nachricht|weitergeleitete e-?mail|weitergeleiteten e-?mail"
    "|doorgestuurd bericht|doorgestuurde bericht"
    "|mensaje reenviado|missatge reenviat|mensagem encaminhada|mensagem reencaminhada|messaggio inoltrato"
    "|email inoltrata|wiadomość przekazana|przekazana wiadomość"
    "|przekazywanej wiadomości|przesłana wiadomość|przekazana dalej|vidarebefordrat meddelande|vidarebefordrat brev"
    "|vidarebefordrat mejl|videresendt meddelelse"
    "|videresendt besked|videresendt melding|videresendt e-post|videresendte melding|videresendte meddelelse"
    "|välitetty viesti|välitetyn viestin|edelleenlähetetty viesti|přeposlaná zpráva"
    "|přeposlané zprávy|předaná zpráva|preposlaná správa|preposlanej správy|továbbított üzenet|továbbított levél"
    "|mesaj redirecționat|mesaj retransmis|mesaj redirectionat|пересылаемое сообщение|пересланное сообщение"
    "|пересланного сообщения|переадресованное сообщение|переадресованного сообщения|пересылаемого сообщения"
    "|переслане повідомлення|перенаправлене повідомлення|препратено съобщение"
    "|proslijeđena poruka|prosleđena poruka|posredovano sporočilo|προωθημένο μήνυμα|iletilmiş mesaj|iletilen mesaj"
    "|iletilen ileti|yönlendirilmiş ileti|yönlendirilen mesaj|yönlendirilmiş mesaj"
    "|thư được chuyển tiếp|thư đã chuyển tiếp|thư chuyển tiếp|tin nhắn được chuyển tiếp|pesan terusan"
    "|pesan yang diteruskan|edastatud kiri|转发的邮件|转发邮件|转发的信件|被转发邮件|轉寄的郵件|轉寄郵件"
    "|已轉寄的郵件|转发邮件信息"
    "|転送されたメッセージ|転送メッセージ|転送メール|転送されたメール|전달된 메시지|전달된 편지|전달된 메일"
    "|الرسالة المعاد توجيهها|رسالة معاد توجيهها|הודעה שהועברה|ข้อความที่ส่งต่อ|persiųstas laiškas"
)
BEGINNING = (
    "begin|beginning of|start of|début du|debut du|début de|anfang der|beginn der|begin|inicio del|inici del"
    "|início da|inicio da|inizio|start på|början på|początek|začátek|začiatok"
    "|начало|початок|bắt đầu|开始|開始|viestin alku|başlangıcı|시작|αρχή"
)
