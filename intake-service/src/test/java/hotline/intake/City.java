package hotline.intake;

import hotline.intake.reference.Directory;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.util.List;
import java.util.stream.Stream;

/** A small city for tests. */
public final class City {
  static final List<Category> CATEGORIES =
      List.of(
          category("01", null, "/01", 1),
          category("0101", "01", "/01/0101", 2),
          category("010101", "0101", "/01/0101/010101", 3),
          category("010102", "0101", "/01/0101/010102", 3),
          new Category("010199", "0101", "/01/0101/010199", "已停用", "Retired", 3, false));

  static final List<Place> PLACES =
      List.of(
          new Place("3702", null, "/3702", "青岛市", "city", true),
          new Place("370281", "3702", "/3702/370281", "胶州市", "county", true),
          new Place("370281001", "370281", "/3702/370281/370281001", "阜安街道", "street", true),
          new Place(
              "370281001001",
              "370281001",
              "/3702/370281/370281001/370281001001",
              "示例社区",
              "village",
              true),
          new Place("370202", "3702", "/3702/370202", "市南区", "county", true));

  static final List<Unit> UNITS =
      List.of(
          new Unit("center", null, "/center", "市政务服务便民热线中心", "Hotline centre", 1, null, true),
          new Unit("cg", "center", "/center/cg", "城市管理局", "Urban management", 2, null, true),
          new Unit("zj", "center", "/center/zj", "住房和城乡建设局", "Housing", 2, null, true));

  private City() {}

  public static Directory directory() {
    return new Directory(CATEGORIES, PLACES, UNITS);
  }

  static List<DirectoryEntry> entries() {
    return Stream.of(CATEGORIES, PLACES, UNITS)
        .flatMap(List::stream)
        .map(DirectoryEntry.class::cast)
        .toList();
  }

  private static Category category(String code, String parent, String path, int level) {
    return new Category(code, parent, path, "分类" + code, "Category " + code, level, true);
  }
}
