package hotline.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.intake.City;
import hotline.intake.cases.SplitForm.DemandForm;
import hotline.intake.cases.SplitRules.Demands;
import hotline.intake.vault.Contact;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.PhoneNumber;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Channel;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private final CaseSubject call =
      CaseSubject.of(
          RegistrationRules.check(
              Forms.complete().set("urgency", "URGENT").set("channel", "VISIT").form(),
              City.directory(),
              NOW));

  @Test
  void what_a_demand_does_not_say_is_that_of_the_call() {
    Registration demand = check(null, demand("噪音", "夜间施工")).others().get(0);
    assertThat(demand.kind()).isEqualTo(CaseKind.COMPLAINT);
    assertThat(demand.urgency()).isEqualTo(Urgency.URGENT);
    assertThat(demand.channel()).isEqualTo(Channel.VISIT);
    assertThat(demand.category().code()).isEqualTo("010101");
    assertThat(demand.place().code()).isEqualTo("370281001");
    assertThat(demand.address()).isEqualTo("示范路 1 号");
    assertThat(demand.receivedAt()).isEqualTo(NOW);
    // A demand has its own words, and its own unit complained about.
    assertThat(demand.demand()).isNull();
    assertThat(demand.respondentUnitId()).isNull();
  }

  @Test
  void at_another_place_the_address_of_the_call_is_not_taken_over() {
    Registration elsewhere =
        check(
                null,
                new DemandForm(null, null, null, "370281001001", null, "噪音", "夜间施工", null, null))
            .others()
            .get(0);
    assertThat(elsewhere.place().code()).isEqualTo("370281001001");
    assertThat(elsewhere.address()).isNull();
    Registration without =
        check(null, new DemandForm(null, null, null, null, "", "噪音", "夜间施工", null, null))
            .others()
            .get(0);
    assertThat(without.address()).isNull();
  }

  @Test
  void everything_that_is_wrong_is_named_at_once_with_the_demand_it_is_wrong_in() {
    DemandForm kept = new DemandForm(null, null, null, null, null, "", null, null, null);
    DemandForm wrong = new DemandForm("WISH", null, null, null, null, "积水", null, null, null);
    assertThatThrownBy(() -> check(kept, demand("噪音", "夜间施工"), wrong, null))
        .isInstanceOfSatisfying(
            Invalid.class,
            refused -> {
              assertThat(refused.violations())
                  .extracting(Violation::field)
                  .containsExactly(
                      "kept.title", "demands[1].kind", "demands[1].content", "demands[2]");
              assertThat(refused.violations().get(0).zh()).isEqualTo("本单：必填。");
              assertThat(refused.violations().get(2).zh()).isEqualTo("拆出的第 2 件：必填。");
              assertThat(refused.violations().get(2).en())
                  .isEqualTo("New case 2: This is required.");
            });
  }

  @Test
  void a_report_does_not_stay_in_the_words_of_an_open_case() {
    DemandForm report =
        new DemandForm("REPORT", null, null, null, null, "私设电桩", "收费不入账", null, null);
    for (DemandForm kept : Arrays.asList(null, keeps(null, null), keeps(null, call.content()))) {
      assertThatThrownBy(() -> check(kept, demand("噪音", "夜间施工"), report))
          .isInstanceOfSatisfying(
              Invalid.class,
              refused -> {
                Violation only = refused.violations().get(0);
                assertThat(only.field()).isEqualTo("kept.content");
                assertThat(only.zh()).contains("举报", "删去");
                assertThat(only.en()).contains("report", "take its part out");
              });
    }
    assertThat(check(keeps(null, "路灯不亮"), report).others()).hasSize(1);
    // Where what is kept is confidential too, nothing is read with a name.
    assertThat(check(keeps("REPORT", null), report).others()).hasSize(1);
    assertThat(
            SplitRules.check(form(null, report), call, true, NOW, City.directory(), NOW).others())
        .hasSize(1);
    assertThat(check(null, demand("噪音", "夜间施工")).others()).hasSize(1);
  }

  private static DemandForm keeps(String kind, String content) {
    return new DemandForm(kind, null, null, null, null, null, content, null, null);
  }

  @Test
  void none_and_more_than_the_setting_allows_are_refused_before_a_number_is_taken() {
    assertThat(SplitRules.count(form(null, demand("a", "b")), 5)).isEqualTo(1);
    for (List<DemandForm> demands :
        List.of(List.<DemandForm>of(), Collections.nCopies(6, demand("a", "b")))) {
      assertThatThrownBy(() -> SplitRules.count(new SplitForm(null, demands), 5))
          .isInstanceOf(Invalid.class);
    }
    assertThatThrownBy(() -> SplitRules.count(new SplitForm(null, null), 5))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void a_mask_stands_for_what_it_stood_for_wherever_in_the_call_that_was() {
    Map<String, String> originals = new HashMap<>();
    Registration masked =
        RetoldTexts.newOf(
            check(null, demand("联系139****5678", "摊主电话139****5678，另请打13611112222")).others().get(0),
            new ContactVault.Opened(
                new Contact("王示例", PhoneNumber.parse("13800001234").orElseThrow(), null),
                Map.of("content", "烧烤摊扰民，摊主电话13900005678")),
            originals);
    assertThat(masked.title()).isEqualTo("联系139****5678");
    assertThat(masked.content()).isEqualTo("摊主电话139****5678，另请打136****2222");
    assertThat(originals)
        .containsEntry("title", "联系13900005678")
        .containsEntry("content", "摊主电话13900005678，另请打13611112222");
  }

  @Test
  void a_name_that_would_show_where_it_is_not_masked_is_left_out() {
    Map<String, String> originals = new HashMap<>();
    Registration masked =
        RetoldTexts.newOf(
            check(null, demand("噪音", "张**家楼下施工")).others().get(0),
            new ContactVault.Opened(new Contact("张三", null, null), Map.of("content", "我是张三，有两件事")),
            originals);
    assertThat(masked.content()).isEqualTo("张**家楼下施工");
    assertThat(originals).isEmpty();
  }

  private Demands check(DemandForm kept, DemandForm... demands) {
    return SplitRules.check(form(kept, demands), call, false, NOW, City.directory(), NOW);
  }

  private static SplitForm form(DemandForm kept, DemandForm... demands) {
    return new SplitForm(kept, Arrays.asList(demands));
  }

  private static DemandForm demand(String title, String content) {
    return new DemandForm(null, null, null, null, null, title, content, null, null);
  }
}
