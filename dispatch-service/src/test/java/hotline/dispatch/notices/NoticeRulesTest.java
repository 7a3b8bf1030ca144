package hotline.dispatch.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.dispatch.directory.City;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.NoticeCopy;
import hotline.lifecycle.NoticeGround;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeRulesTest {

  private static final Map<NoticeStatus, Set<NoticeAct>> POSSIBLE =
      Map.of(
          NoticeStatus.TO_DELIVER, EnumSet.allOf(NoticeAct.class),
          NoticeStatus.TO_RECEIPT, EnumSet.of(NoticeAct.RECEIPT, NoticeAct.WITHDRAW),
          NoticeStatus.AWAITING_RESULT, EnumSet.of(NoticeAct.WITHDRAW),
          NoticeStatus.TO_WITHDRAW, EnumSet.of(NoticeAct.WITHDRAW),
          NoticeStatus.CLOSED, EnumSet.noneOf(NoticeAct.class),
          NoticeStatus.WITHDRAWN, EnumSet.noneOf(NoticeAct.class));

  private final Directory city = City.directory();

  @ParameterizedTest
  @EnumSource(NoticeStatus.class)
  void every_act_is_possible_in_its_status_and_refused_with_both_languages_in_any_other(
      NoticeStatus status) {
    for (NoticeAct act : NoticeAct.values()) {
      if (POSSIBLE.get(status).contains(act)) {
        NoticeMoves.require(status, act);
      } else {
        assertThatThrownBy(() -> NoticeMoves.require(status, act))
            .as("%s on %s", act, status)
            .isInstanceOfSatisfying(
                NoticeNotReady.class,
                refused -> {
                  assertThat(refused.detailZh()).contains(status.zh(), act.zh());
                  assertThat(refused.detailEn()).contains(status.en(), act.en());
                });
      }
    }
  }

  @Test
  void a_notice_says_who_must_act_next_whatever_its_copies_and_its_case_have_come_to() {
    assertThat(NoticeMoves.after(0, 0, null)).isEqualTo(NoticeStatus.TO_DELIVER);
    assertThat(NoticeMoves.after(5, 5, CaseResult.RATED)).isEqualTo(NoticeStatus.TO_DELIVER);
    assertThat(NoticeMoves.after(6, 5, CaseResult.RATED)).isEqualTo(NoticeStatus.TO_RECEIPT);
    assertThat(NoticeMoves.after(6, 6, null)).isEqualTo(NoticeStatus.AWAITING_RESULT);
    assertThat(NoticeMoves.after(6, 6, CaseResult.RATED)).isEqualTo(NoticeStatus.CLOSED);
    assertThat(NoticeMoves.after(6, 6, CaseResult.UNRATED)).isEqualTo(NoticeStatus.TO_WITHDRAW);
    assertThat(NoticeMoves.after(2, 1, CaseResult.UNRATED)).isEqualTo(NoticeStatus.TO_WITHDRAW);
    assertThat(ClosedBy.values())
        .filteredOn(by -> NoticeMoves.result(by) == CaseResult.UNRATED)
        .containsExactly(ClosedBy.UNREACHABLE);
  }

  @Test
  void no_two_copies_carry_the_same() {
    assertThat(Arrays.stream(NoticeCopy.values()).map(CopyContents::of).distinct())
        .hasSize(NoticeMoves.SIX);
  }

  @Test
  void only_the_leader_has_the_original_and_the_remark_and_the_petitioner_no_word_about_units() {
    for (NoticeCopy copy : NoticeCopy.values()) {
      Set<CopyPart> parts = CopyContents.of(copy);
      assertThat(parts.contains(CopyPart.ORIGINAL)).isEqualTo(copy == NoticeCopy.LEADER);
      assertThat(parts.contains(CopyPart.REMARK)).isEqualTo(copy == NoticeCopy.LEADER);
      assertThat(parts.contains(CopyPart.CHAIN)).isEqualTo(copy == NoticeCopy.PETITION_OFFICE);
      assertThat(parts).contains(CopyPart.RESPONSIBLE);
    }
    assertThat(CopyContents.of(NoticeCopy.PETITIONER))
        .contains(CopyPart.PHONES, CopyPart.PROMISE)
        .doesNotContain(CopyPart.DEMAND, CopyPart.RECORD, CopyPart.RECEIPTS);
    assertThat(CopyContents.of(NoticeCopy.ORGANISATION_DEPARTMENT))
        .contains(CopyPart.RECORD)
        .doesNotContain(CopyPart.TITLE, CopyPart.PETITION, CopyPart.PHONES);
  }

  @Test
  void six_recipients_each_copy_once_are_right() {
    entry(six()).check(city);
  }

  @Test
  void five_copies_are_refused_with_the_one_that_is_missing() {
    List<Recipient> five = new ArrayList<>(six());
    five.remove(NoticeCopy.ORGANISATION_DEPARTMENT.ordinal());

    assertThat(wrong(entry(five)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.field()).isEqualTo("recipients");
              assertThat(one.code()).isEqualTo("not-six");
              assertThat(one.zh()).contains("缺：组织部门联");
              assertThat(one.en()).contains("Organisation department");
            });
  }

  @Test
  void seven_copies_and_one_that_is_named_twice_are_refused() {
    List<Recipient> seven = new ArrayList<>(six());
    seven.add(new Recipient(NoticeCopy.PARTY_OFFICE, "sf", null, null));
    List<Recipient> twice = new ArrayList<>(six());
    twice.set(3, new Recipient(NoticeCopy.PARTY_OFFICE, "sf", null, null));

    assertThat(codes(entry(seven))).containsExactlyInAnyOrder("named-twice", "not-six");
    assertThat(codes(entry(twice))).containsExactlyInAnyOrder("named-twice", "not-six");
    assertThat(codes(entry(null))).containsExactly("not-six");
  }

  @Test
  void a_copy_goes_to_a_unit_that_exists_to_one_only_and_a_person_is_no_unit() {
    List<Recipient> wrong = new ArrayList<>(six());
    wrong.set(0, new Recipient(NoticeCopy.LEADER, "dwb", " ", " "));
    wrong.set(1, new Recipient(NoticeCopy.PETITIONER, null, "市民", null));
    wrong.set(4, new Recipient(NoticeCopy.ORGANISATION_DEPARTMENT, "gone", null, null));

    assertThat(wrong(entry(wrong)))
        .extracting(one -> one.field() + " " + one.code())
        .containsExactlyInAnyOrder(
            "recipients[0].unitId not-a-unit",
            "recipients[0].post required",
            "recipients[0].login blank",
            "recipients[1].post leader-only",
            "recipients[4].unitId unknown-unit",
            "recipients[2].unitId same-unit-twice");
  }

  @Test
  void somebody_must_be_responsible_with_name_post_and_telephone() {
    NoticeEntry none = new NoticeEntry(UUID.randomUUID(), null, " ", null, null, List.of(), six());
    NoticeEntry half =
        new NoticeEntry(
            UUID.randomUUID(),
            NoticeGround.HARD,
            "限期解决",
            "十日内修复",
            null,
            List.of(new ResponsiblePerson("", "科长", "打电话")),
            six());

    assertThat(wrong(none).stream().map(Violation::field))
        .containsExactlyInAnyOrder("ground", "demand", "promise", "responsible");
    assertThat(wrong(half).stream().map(Violation::field))
        .containsExactlyInAnyOrder("responsible[0].name", "responsible[0].phone");
    assertThat(half.responsible().get(0).toString()).doesNotContain("科长");
  }

  private List<Violation> wrong(NoticeEntry entry) {
    try {
      entry.check(city);
      return List.of();
    } catch (Invalid refused) {
      return refused.violations();
    }
  }

  private List<String> codes(NoticeEntry entry) {
    return wrong(entry).stream().map(Violation::code).collect(Collectors.toList());
  }

  static NoticeEntry entry(List<Recipient> recipients) {
    return new NoticeEntry(
        UUID.randomUUID(),
        NoticeGround.HARD,
        "限期解决",
        "十日内修复",
        "请分管领导督办",
        List.of(new ResponsiblePerson("责任人甲", "副局长", "0532-12345678")),
        recipients);
  }

  static List<Recipient> six() {
    String[] units = {null, null, "dwb", "zfb", "zzb", "xfj"};
    return IntStream.range(0, NoticeMoves.SIX)
        .mapToObj(
            i -> new Recipient(NoticeCopy.values()[i], units[i], i == 0 ? "分管副市长" : null, null))
        .toList();
  }
}
