package hotline.dispatch.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.access.files.NotCsv;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreePlanTest {

  private static final String HEADER = "code,parent,name_zh,name_en,level,active\n";

  private final Map<String, Branch> present = new HashMap<>();

  TreePlanTest() {
    known("01", "城市管理", true);
    known("0101", "市政设施", true);
    known("010101", "道路破损", true);
    known("010102", "路灯故障", true);
    known("02", "住房", false);
  }

  @Test
  void rows_in_any_order_are_added_changed_or_left() {
    TreePlan plan =
        plan(
            false,
            "030101,0301,噪声,Noise,3,是",
            "0301,03,环境,Environment,2,",
            "03,,生态,Ecology,1,1",
            "0101,01,市政,Facilities,,",
            "010101,0101,道路破损,道路破损,,yes");

    assertThat(plan.isGood()).isTrue();
    assertThat(List.of(plan.added(), plan.renamed(), plan.unchanged())).containsExactly(3, 1, 1);
    assertThat(plan.changes())
        .extracting(change -> change.after().code())
        .containsExactly("0101", "03", "0301", "030101");
    assertThat(plan.ended()).isEmpty();
  }

  @Test
  void the_same_file_again_changes_nothing() {
    TreePlan first = plan(false, "03,,生态,Ecology,1,是", "0301,03,环境,,2,");
    first.changes().forEach(change -> present.put(change.after().code(), change.after()));

    TreePlan again = plan(false, "03,,生态,Ecology,1,是", "0301,03,环境,,2,");

    assertThat(again.changes()).isEmpty();
    assertThat(again.unchanged()).isEqualTo(2);
  }

  @Test
  void everything_wrong_with_a_row_is_told_with_it() {
    assertThat(codes("1,,城管,,,")).containsExactly("not-a-code");
    assertThat(codes("04,,,,2,maybe"))
        .containsExactlyInAnyOrder("required", "not-yes-or-no", "level-differs");
    assertThat(codes("0501,05,无上级,,,")).containsExactly("unknown-parent");
    assertThat(codes("0301,02,换上级,,,")).contains("parent-is-in-the-code");
    assertThat(codes("0201,02,上级停用,,,")).containsExactly("parent-is-off");
    assertThat(codes("0101,01,市政设施,,,否")).containsExactly("has-active-below");
    assertThat(codes("06,,甲,,,", "06,,乙,,,")).containsExactly("code-is-there-twice");
  }

  @Test
  void a_row_below_a_rejected_one_is_not_told_that_it_has_no_parent() {
    assertThat(codes("07,,,,,", "0701,07,下级,,,")).containsExactly("required");
  }

  @Test
  void what_the_file_does_not_name_stays_unless_it_is_asked_for() {
    assertThat(plan(false, "01,,城市管理,,,").changes()).isEmpty();

    TreePlan plan = plan(true, "010101,0101,道路破损,,,");
    // What something hangs on that is in use is named with it.
    assertThat(plan.isGood()).isTrue();
    assertThat(plan.ended()).extracting(Branch::code).containsExactly("010102");
    assertThat(plan.changes()).hasSize(1);
    assertThat(plan.changes().get(0).after().active()).isFalse();
    assertThat(plan.changes().get(0).after().version()).isEqualTo(4);
  }

  @Test
  void what_the_file_switches_off_takes_along_what_it_does_not_name_only_when_asked() {
    assertThat(plan(false, "01,,城市管理,,,否").isGood()).isFalse();

    TreePlan plan = plan(true, "01,,城市管理,,,否");
    assertThat(plan.isGood()).isTrue();
    assertThat(plan.ended()).extracting(Branch::code).containsExactly("0101", "010101", "010102");
    assertThat(List.of(plan.renamed(), plan.switchedOff())).containsExactly(0, 1);
  }

  @Test
  void what_a_row_switches_off_or_on_is_told_apart_from_other_names() {
    TreePlan plan =
        plan(false, "02,,住房,,,否", "010101,0101,路面破损,,,否", "010102,0101,路灯不亮,,,", "0101,01,市政,,,是");

    // Off already, under the same name.
    assertThat(plan.unchanged()).isEqualTo(1);
    assertThat(List.of(plan.switchedOff(), plan.resumed(), plan.renamed()))
        .containsExactly(1, 0, 2);
    assertThat(plan(false, "02,,住房,,,是").resumed()).isEqualTo(1);
    TreeReport report = TreeReport.of(plan, "digest", false);
    assertThat(report.changedItems())
        .extracting(TreeReport.Changed::row, TreeReport.Changed::finding)
        .containsExactly(
            tuple(3, TreeReport.Finding.ENDED),
            tuple(4, TreeReport.Finding.CHANGED),
            tuple(5, TreeReport.Finding.CHANGED));
    assertThat(report.findings()).contains("路灯故障 → 路灯不亮").doesNotContain("住房");
  }

  @Test
  void the_places_are_those_of_one_city() {
    Map<String, Branch> city = Map.of("3702", new Branch("3702", "青岛市", null, true, 0));
    assertThat(codes(city, false, "9901,,示例市,,city,是")).containsExactly("another-city");
    assertThat(codes(city, false, "9901,,示例市,,city,否")).isEmpty();
    // The city has another code from now on.
    assertThat(codes(city, true, "3799,,青岛市,,市,是")).isEmpty();
    assertThat(codes(city, false, "3702,,青岛,,,是", "370281,3702,胶州市,,县级市,")).isEmpty();
    assertThat(codes(Map.of(), false, "1101,,北京市,,直辖市,", "1102,,北京市（县）,,市,")).isEmpty();
    assertThat(codes(Map.of(), false, "3702,,青岛市,,,", "3703,,淄博市,,,"))
        .containsExactly("another-city", "another-city");
  }

  @Test
  void levels_are_called_as_the_field_calls_them() {
    Map<String, Branch> city = Map.of("3702", new Branch("3702", "青岛市", null, true, 0));
    for (String level : List.of("区", "县", "县级市", "district", "2")) {
      assertThat(codes(city, false, "370281,3702,胶州市,," + level + ",")).isEmpty();
    }
    for (String level : List.of("乡", "镇", "街道", "街道办事处")) {
      assertThat(codes(city, false, "370281,,胶州市,,,", "370281101,,某镇,," + level + ",")).isEmpty();
    }
    for (String level : List.of("社区", "居委会", "村", "村委会")) {
      assertThat(
              codes(
                  city,
                  false,
                  "370281,,胶州市,,,",
                  "370281101,,某镇,,,",
                  "370281101201,,某村,," + level + ","))
          .isEmpty();
    }
    assertThat(codes(city, false, "370281,3702,胶州市,,街道,")).containsExactly("level-differs");
  }

  @Test
  void codes_that_a_table_filled_up_with_zeros_are_told_what_was_meant() {
    Map<String, Branch> city = Map.of("3702", new Branch("3702", "青岛市", null, true, 0));
    assertThat(codes(city, false, "370281000000,,胶州市,,,")).contains("filled-with-zeros");
    assertThat(Tree.PLACES.withoutZeros("370281000000")).contains("370281");
    assertThat(Tree.PLACES.withoutZeros("370281001000")).contains("370281001");
    assertThat(Tree.PLACES.withoutZeros("370200")).contains("3702");
    assertThat(Tree.PLACES.withoutZeros("370281100")).isEmpty();
    assertThat(Tree.CATEGORIES.withoutZeros("0100")).isEmpty();
  }

  @Test
  void two_of_one_name_beside_each_other_are_warned_about_and_taken() {
    TreePlan plan = plan(false, "010103,0101,路灯故障,,,");

    assertThat(plan.isGood()).isTrue();
    assertThat(plan.warnings()).containsOnlyKeys(2);
    TreeReport report = TreeReport.of(plan, "digest", false);
    assertThat(report.warned()).isEqualTo(1);
    assertThat(report.findings()).contains("010103").contains("提醒").contains("WARNED");
  }

  @Test
  void files_of_spreadsheets_are_read_in_their_encodings_and_with_their_codes() {
    String file = "代码(code),中文名称(name_zh)\r\n\"=\"\"03\"\"\",生态\r\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      List<TreeRow> rows = ImportTree.rows(Tree.CATEGORIES, file.getBytes(charset));
      assertThat(rows).extracting(TreeRow::code).containsExactly("03");
      assertThat(rows.get(0).entry().nameZh()).isEqualTo("生态");
    }
    for (Tree tree : Tree.values()) {
      List<TreeRow> rows =
          ImportTree.rows(tree, ImportTree.template(tree).getBytes(StandardCharsets.UTF_8));
      assertThat(TreePlan.of(tree, Map.of(), rows, false).isGood()).isTrue();
      assertThat(rows).isNotEmpty();
    }
    assertThatThrownBy(
            () -> ImportTree.rows(Tree.PLACES, "name_zh\n市".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(NotCsv.class);
  }

  @Test
  void a_code_says_where_it_hangs() {
    assertThat(Tree.PLACES.path("370281001005")).isEqualTo("/3702/370281/370281001/370281001005");
    assertThat(Tree.PLACES.level("370281001")).isEqualTo("street");
    assertThat(Tree.CATEGORIES.parent("01")).isNull();
    assertThat(Tree.CATEGORIES.isCode("0a")).isFalse();
    assertThat(Tree.CATEGORIES.isCode("٠١")).isFalse();
    // What the city was delivered with obeys the same rules.
    for (Category category : City.directory().categories()) {
      assertThat(Tree.CATEGORIES.parent(category.code())).isEqualTo(category.parentCode());
      assertThat(Tree.CATEGORIES.path(category.code())).isEqualTo(category.path());
    }
    for (Place place : City.directory().placesBelow("3702")) {
      assertThat(Tree.PLACES.path(place.code())).isEqualTo(place.path());
      assertThat(Tree.PLACES.level(place.code())).isEqualTo(place.level());
    }
  }

  @Test
  void a_name_in_english_that_nobody_gave_is_the_chinese_one() {
    Branch added =
        BranchPolicy.branch(Tree.CATEGORIES, new BranchEntry("03", null, " 生态 ", " ", null), null);
    assertThat(added).isEqualTo(new Branch("03", "生态", "生态", true, 0));
    Branch renamed =
        BranchPolicy.branch(
            Tree.CATEGORIES, new BranchEntry("03", null, "生态环境", null, null), added);
    assertThat(renamed.nameEn()).isEqualTo("生态环境");
    Branch english =
        BranchPolicy.branch(
            Tree.CATEGORIES, new BranchEntry("03", null, "生态", "Ecology", null), added);
    // What says nothing leaves it; what says that there is none takes the Chinese one.
    assertThat(
            BranchPolicy.branch(
                    Tree.CATEGORIES, new BranchEntry("03", null, "环境", null, null), english)
                .nameEn())
        .isEqualTo("Ecology");
    assertThat(
            BranchPolicy.branch(
                    Tree.CATEGORIES, new BranchEntry("03", null, "环境", "", null), english)
                .nameEn())
        .isEqualTo("环境");
    assertThatThrownBy(
            () ->
                BranchPolicy.of(Tree.PLACES, new BranchEntry("3702", null, "青\n岛", null, null))
                    .throwIfAny())
        .isInstanceOf(Invalid.class);
  }

  private List<String> codes(String... rows) {
    return plan(false, rows).rows().stream()
        .flatMap(row -> row.wrong().list().stream())
        .map(Violation::code)
        .toList();
  }

  private static List<String> codes(
      Map<String, Branch> present, boolean endMissing, String... rows) {
    byte[] file = (HEADER + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    return TreePlan.of(Tree.PLACES, present, ImportTree.rows(Tree.PLACES, file), endMissing)
        .rows()
        .stream()
        .flatMap(row -> row.wrong().list().stream())
        .map(Violation::code)
        .toList();
  }

  private TreePlan plan(boolean endMissing, String... rows) {
    byte[] file = (HEADER + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    return TreePlan.of(
        Tree.CATEGORIES, present, ImportTree.rows(Tree.CATEGORIES, file), endMissing);
  }

  private void known(String code, String name, boolean active) {
    present.put(code, new Branch(code, name, name, active, 3));
  }
}
