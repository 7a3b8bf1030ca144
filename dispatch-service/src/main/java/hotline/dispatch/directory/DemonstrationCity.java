package hotline.dispatch.directory;

import hotline.dispatch.reference.SeedFile;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The city that ships with the service: Qingdao (青岛) with its districts, streets and communities, a
 * desk for each district and street, and departments of our own.
 */
final class DemonstrationCity {

  private static final String CITY = "3702";
  private static final Map<String, String> LEVELS =
      Map.of("city", "city", "county", "district", "street", "street", "village", "community");
  private static final Map<String, String> DISTRICTS =
      Map.of(
          "370202", "Shinan",
          "370203", "Shibei",
          "370211", "Huangdao",
          "370212", "Laoshan",
          "370213", "Licang",
          "370214", "Chengyang",
          "370215", "Jimo",
          "370281", "Jiaozhou",
          "370283", "Pingdu",
          "370285", "Laixi");

  private DemonstrationCity() {}

  static List<DirectoryEntry> entries() {
    List<Place> places = places();
    List<DirectoryEntry> entries = new ArrayList<>(departments());
    for (Place place : places) {
      if (place.level().equals("district")) {
        entries.add(districtDesk(place));
      }
    }
    for (Place place : places) {
      if (place.level().equals("street")) {
        entries.add(streetDesk(place));
      }
    }
    entries.addAll(places);
    entries.addAll(categories());
    return entries;
  }

  /** The hotline centre (热线中心), above all units of any city. */
  static List<DirectoryEntry> centre() {
    return departments().stream()
        .filter(unit -> unit.parentCode() == null)
        .map(DirectoryEntry.class::cast)
        .toList();
  }

  private static List<Place> places() {
    Map<String, String> paths = new HashMap<>();
    List<Place> places = new ArrayList<>();
    for (Map<String, String> row : SeedFile.rows("places.csv")) {
      String code = row.get("code");
      String level = LEVELS.get(row.get("level"));
      if (level == null) {
        continue;
      }
      String parent = code.equals(CITY) ? null : row.get("parent_code");
      String path = (parent == null ? "" : paths.get(parent)) + "/" + code;
      paths.put(code, path);
      places.add(new Place(code, parent, path, row.get("name"), level, true));
    }
    return places;
  }

  private static List<Unit> departments() {
    List<Unit> units = new ArrayList<>();
    for (Map<String, String> row : SeedFile.rows("units.csv")) {
      String parent = row.get("parent_code");
      units.add(
          new Unit(
              row.get("code"),
              parent,
              (parent == null ? "" : "/" + parent) + "/" + row.get("code"),
              row.get("name_zh"),
              row.get("name_en"),
              Integer.parseInt(row.get("level")),
              row.get("place_code"),
              true));
    }
    return units;
  }

  private static Unit districtDesk(Place district) {
    String code = "d" + district.code();
    return new Unit(
        code,
        "center",
        "/center/" + code,
        district.name() + "热线承办中心",
        DISTRICTS.getOrDefault(district.code(), district.code()) + " District Hotline Desk",
        2,
        district.code(),
        true);
  }

  private static Unit streetDesk(Place street) {
    String code = "s" + street.code();
    String district = "d" + street.parentCode();
    return new Unit(
        code,
        district,
        "/center/" + district + "/" + code,
        street.name() + "热线工作站",
        "Street Hotline Desk " + street.code(),
        3,
        street.code(),
        true);
  }

  private static List<Category> categories() {
    Map<String, String> paths = new HashMap<>();
    List<Category> categories = new ArrayList<>();
    for (Map<String, String> row : SeedFile.rows("categories.csv")) {
      String code = row.get("code");
      String parent = code.length() == 2 ? null : code.substring(0, code.length() - 2);
      String path = (parent == null ? "" : paths.get(parent)) + "/" + code;
      paths.put(code, path);
      categories.add(
          new Category(
              code, parent, path, row.get("name_zh"), row.get("name_en"), code.length() / 2, true));
    }
    return categories;
  }
}
