package hotline.lifecycle;

/** Shared reference data on the compacted directory topic; the key is kind and code. */
public sealed interface DirectoryEntry {

  String code();

  /** The key of the record, such as {@code unit:cg}. */
  String key();

  /** The CloudEvents type. */
  String type();

  /**
   * A handling unit (承办单位).
   *
   * @param path slash path from the centre, such as {@code /center/cg}
   * @param level 1 centre, 2 district or department, 3 street or section, 4 community
   * @param placeCode the place it is responsible for; null for the whole city
   */
  record Unit(
      String code,
      String parentCode,
      String path,
      String nameZh,
      String nameEn,
      int level,
      String placeCode,
      boolean active)
      implements DirectoryEntry {

    public static final String TYPE = "hotline.directory.unit.v1";

    @Override
    public String key() {
      return "unit:" + code;
    }

    @Override
    public String type() {
      return TYPE;
    }
  }

  /**
   * A place of the area tree (区划): city, district, street or community.
   *
   * @param path slash path of codes, such as {@code /3702/370281/370281001}
   */
  record Place(
      String code, String parentCode, String path, String name, String level, boolean active)
      implements DirectoryEntry {

    public static final String TYPE = "hotline.directory.place.v1";

    @Override
    public String key() {
      return "place:" + code;
    }

    @Override
    public String type() {
      return TYPE;
    }
  }

  /**
   * A category of the three-level tree (诉求分类).
   *
   * @param path slash path of codes, such as {@code /01/0102/010203}
   */
  record Category(
      String code,
      String parentCode,
      String path,
      String nameZh,
      String nameEn,
      int level,
      boolean active)
      implements DirectoryEntry {

    public static final String TYPE = "hotline.directory.category.v1";

    @Override
    public String key() {
      return "category:" + code;
    }

    @Override
    public String type() {
      return TYPE;
    }
  }
}
