"""The scenes of the essays, and the tests that make each of them true: whoever removes one hears of it here."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Scene → what must hold, and the tests that see to it.
SCENES = {
    "S006 a person says how they prefer to be reached, and where it cannot be one sentence says why": [
        "test_the_person_says_it_changes_it_and_takes_it_back",
        "test_a_hand_over_says_why_and_taking_a_case_does_not",
    ],
    "S009 who could lend another team a hand is asked by name, with the new waits, and decides alone": [
        "test_a_hand_is_proposed_by_name_with_the_new_waits",
        "test_nothing_is_proposed_where_it_would_not_help",
        "test_who_says_no_is_not_asked_again_that_day",
        "test_those_who_lead_see_who_is_asked_and_answer_for_nobody",
    ],
    "S012 a person is one step away from every page": [
        "test_anybody_can_use",  # looks at each page of the portal for the one link, in the one place
        "test_a_page_that_is_not_there_can_be_used_as_well",
        "test_no_address_is_forgotten_here",
    ],
    "S013 no letter forbids an answer": [
        "test_no_writing_of_do_not_reply_gets_in",
        "test_a_do_not_reply_mailbox_is_refused_with_the_reason_on_the_page",
        "test_a_reply_carries_what_a_mail_program_needs_to_thread_it",
        "test_no_sentence_of_ours_forbids_an_answer",
    ],
    "S014 nobody needs an account or a number to ask": [
        "test_a_person_asks_reads_the_answer_live_and_writes_back_on_a_phone",
        "test_somebody_without_account_or_number_gets_a_case_and_a_reference",
    ],
    "S015 who leaves before they send is counted, and written to once where they asked for it": [
        "test_without_being_asked_nothing_is_kept_but_that_somebody_began",
        "test_who_asked_for_a_word_waits_among_the_cases_with_their_questions",
        "test_one_message_leaves_and_says_why_then_nothing_more",
        "test_no_offer_is_made_whatever_is_confirmed",
        "test_who_begins_and_leaves_is_counted_and_their_words_go_along_only_if_they_ask_for_it",
    ],
    "S017 whatever arrives waits in one list, the oldest first, until a person has answered": [
        "test_all_that_arrives_waits_in_one_list_the_oldest_first",
        "test_every_member_of_staff_sees_it",
        "test_neither_a_note_nor_a_first_word_nor_words_taken_back_answer_anybody",
        "test_only_a_person_who_answers_takes_it_from_the_list",
        "test_who_writes_again_is_there_again",
    ],
    "S020 whoever takes a case over has it all on one screen": [
        "test_each_sees_the_other_read_write_take_and_hand_over",
        "test_the_title_is_the_persons_question_and_their_words_are_a_letter",
    ],
    "S024 the person's name and question come first, the reference last": [
        "test_a_letter_shows_at_once_its_answer_leaves_and_what_comes_back_is_the_same_case",
        "test_the_title_is_the_chosen_name_and_never_a_number",
        "test_the_title_is_the_persons_own_question",
    ],
    "S025 one written thread, the same for both sides, whatever the channel": [
        "test_a_person_asks_reads_the_answer_live_and_writes_back_on_a_phone",
        "test_a_letter_shows_at_once_its_answer_leaves_and_what_comes_back_is_the_same_case",
    ],
    "S026 an answer that missed something is put right in the same case, by the same advisor": [
        "test_writing_back_reopens_the_same_case_for_the_same_advisor",
        "test_the_person_writing_back_reopens_the_same_case",
    ],
    "S027 a closed case opens again as itself, at any time": [
        "test_a_case_closes_with_words_and_opens_again_as_itself",
        "test_a_closed_case_reopens_as_the_same_case_at_any_time",
    ],
    "S036 what a person reads says nothing of our kitchen": ["test_no_sentence_speaks_of_our_kitchen"],
    "S034 the tools of a kind of case are at hand, and each run stays with the case": [
        "test_a_kind_of_case_has_its_tools_at_hand",
        "test_each_step_is_ticked_by_somebody_at_some_time_with_what_came_of_it",
        "test_a_missing_tool_is_reported_in_one_gesture_to_those_who_lead",
        "test_a_kind_of_case_is_offered_its_checklist_and_it_is_ticked_with_what_came_of_it",
    ],
    "S037 a procedure can be left at any step, and the reason mends it": [
        "test_leaving_at_any_step_takes_a_reason_and_the_procedure_learns_it_without_a_name",
        "test_leaving_takes_a_reason_which_the_procedures_page_tells_without_a_name",
    ],
    "S083 what is suggested is optional, and goes for the shift in one gesture": [
        "test_what_is_offered_unasked_goes_for_the_shift_in_one_gesture",
        "test_no_page_counts_steps_by_advisor",
    ],
    "S035 an observation has a plan, an end and a call": [
        "test_an_observation_has_a_plan_an_end_and_a_call",
        "test_an_observation_has_its_plan_and_its_end",
    ],
    "S039 an unmarked question stops the send, whatever door it comes by": [
        "test_an_unmarked_question_stops_the_reply_and_nothing_is_sent",
        "test_an_unmarked_question_stops_the_reply",
        "test_an_unmarked_question_stops_the_send_is_marked_and_leaves",
        "test_each_question_leaves_as_it_is_marked",
    ],
    "S041 the same answer twice takes a change or a second person": [
        "test_the_same_answer_again_takes_a_second_person",
    ],
    "S018 what is answered before a signature stands after it": [
        "test_what_is_answered_before_signing_stands_as_a_commitment",
        "test_it_is_read_after_signing_by_the_person_and_by_who_answers_them",
    ],
    "S022 who answered before is asked first, as long as the person waits": [
        "test_who_has_answered_before_is_asked_first_and_the_wait_goes_on",
        "test_the_person_is_asked_and_the_choice_is_obeyed",
        "test_the_substitute_of_who_is_away_has_it_with_a_summary_that_both_can_read",
    ],
    "S023 a summary is read by both sides, and what is asked twice is marked in one gesture": [
        "test_who_receives_a_case_reads_its_summary_before_answering",
        "test_the_person_reads_what_was_passed_on",
        "test_told_twice_is_one_gesture_and_taken_back_in_one",
    ],
    "S044 nothing new comes to who looks into something": ["test_who_looks_into_something_or_rests_is_given_nothing"],
    "S080 each case is signed as its writer likes": [
        "test_each_case_is_signed_as_its_writer_likes",
        "test_who_signs_as_the_team_is_named_nowhere_on_the_page",
    ],
    "S081 only its bearer sets a public name": [
        "test_only_its_bearer_sets_or_changes_a_public_name",
        "test_no_program_sets_a_public_name",
    ],
    "S082 one true line, of who agreed": ["test_one_true_line_and_only_of_who_agreed"],
    "S085 strengths are declared by oneself, and offer without imposing": [
        "test_a_strength_offers_a_case_and_imposes_nothing",
        "test_an_advisor_says_how_they_are_read_and_what_they_are_good_at",
    ],
    "S096 rank changes no place in the line": ["test_rank_and_organisation_change_no_place_in_the_line"],
    "S043 one gesture turns a live contact into an answer in writing": [
        "test_it_is_promised_in_writing_and_the_case_keeps_its_place_and_its_owner",
        "test_the_person_says_that_the_time_suits",
    ],
    "S069 who asks why is owed a reason": [
        "test_answered_without_a_reason_it_stays_in_the_register_and_is_counted",
        "test_closing_without_a_reason_leaves_it_unanswered_though_the_fault_is_mended",
    ],
    "S042 what we write binds us: a promise has an owner and a date, and moves only with the person": [
        "test_what_a_reply_commits_us_to_becomes_a_promise",
        "test_another_date_binds_once_the_person_accepts_it",
        "test_once_late_no_other_date_can_be_offered_nor_accepted",
        "test_who_keeps_a_promise_is_told_once_when_it_comes_near",
        "test_who_is_away_has_their_promises_kept_by_their_substitute",
    ],
    "S048 a case that waits long owes news": ["test_a_case_that_waits_long_without_a_date_owes_news"],
    "S052 a fault mended for many is told to each of them": [
        "test_one_act_tells_each_person_touched_once_in_their_own_case",
    ],
    "S053 a fault of ours closes with what we say, repair and change": [
        "test_a_fault_of_ours_takes_three_things_more",
        "test_a_fault_of_ours_closes_with_what_we_owe",
    ],
    "S060 an aggressive message is owed its answers": [
        "test_an_aggressive_message_is_owed_its_answers_like_any_other",
    ],
    "S047 “I do not know yet” asks an expert and gives a date": [
        "test_an_honest_i_do_not_know_yet_asks_an_expert_and_gives_the_person_a_date",
        "test_nobody_knows_yet_keeps_the_case_with_us_and_dates_the_news",
    ],
    "S112 each reading of a file is recorded": [
        "test_an_opening_by_page_or_by_program_is_recorded_and_proven",
        "test_opening_is_an_access_and_refreshing_is_not",
        "test_no_part_of_a_case_is_read_without_an_opening_in_the_log",
        "test_reading_a_case_is_recorded_with_the_token",
    ],
    "S115 the log proves that nothing was removed or altered": [
        "test_an_opening_by_page_or_by_program_is_recorded_and_proven",
        "test_an_altered_entry_is_found",
        "test_a_removed_entry_is_found",
        "test_two_entries_in_another_order_are_found",
        "test_every_entry_can_be_proved",
    ],
    "S116 French and English are both whole": [
        "test_each_sentence_is_there_in_french",
        "test_both_languages_put_the_same_things_into_a_sentence",
    ],
    "S055 a person reads who holds a part of their matter, since when, what is awaited, and when there is news": [
        "test_a_third_party_holds_a_part_and_the_person_reads_so",
        "test_a_relay_stands_above_the_thread_and_on_the_persons_page",
        "test_when_the_date_passes_without_an_answer_the_case_comes_back_and_says_so",
        "test_a_stranger_who_quotes_a_relay_gets_nothing",
    ],
}


@pytest.mark.parametrize("scene", SCENES)
def test_each_scene_has_its_tests(scene):
    assert SCENES[scene]
    assert [name for name in SCENES[scene] if name not in written()] == []


def written() -> set[str]:
    """The names of all tests of the house."""
    files = [*ROOT.glob("src/**/test_*.py"), *ROOT.glob("tests/**/test_*.py")]
    return {name for file in files for name in re.findall(r"def (test_\w+)\(", file.read_text(encoding="utf-8"))}
