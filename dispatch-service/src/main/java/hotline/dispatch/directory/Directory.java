package hotline.dispatch.directory;

import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Units, places and categories as they are at one moment; immutable. */
public final class Directory {

  private static final int DISTRICT_DIGITS = 6;
  private static final int STREET_DIGITS = 9;

  private final Map<String, Unit> units;
  private final Map<String, Place> places;
  private final Map<String, Category> categories;
  private final Map<String, List<Unit>> unitsByParent;
  private final Map<String, List<Place>> placesByParent;

  public Directory(
      Collection<Unit> units, Collection<Place> places, Collection<Category> categories) {
    this.units = byCode(units);
    this.places = byCode(places);
    this.categories = byCode(categories);
    unitsByParent = byParent(units, Unit::parentCode);
    placesByParent = byParent(places, Place::parentCode);
  }

  public Optional<Unit> unit(String code) {
    return Optional.ofNullable(code).map(units::get);
  }

  public Optional<Place> place(String code) {
    return Optional.ofNullable(code).map(places::get);
  }

  public Optional<Category> category(String code) {
    return Optional.ofNullable(code).map(categories::get);
  }

  /** Units directly below one, or the top when there is no parent. */
  public List<Unit> unitsBelow(String parent) {
    return unitsByParent.getOrDefault(parent == null ? "" : parent, List.of());
  }

  /**
   * Whether it is the one unit above all others: the hotline centre, which is nobody's superior.
   */
  public boolean isTheOnlyRoot(String unitPath) {
    List<Unit> roots = unitsBelow(null);
    return roots.size() == 1 && roots.get(0).path().equals(unitPath);
  }

  public List<Place> placesBelow(String parent) {
    return placesByParent.getOrDefault(parent == null ? "" : parent, List.of());
  }

  public Collection<Category> categories() {
    return categories.values();
  }

  /** The desk of the street in which the place lies (街道工作站). */
  public Optional<Unit> streetDesk(String placeCode) {
    return desk("s", placeCode, STREET_DIGITS);
  }

  /** The desk of the district in which the place lies (区市承办中心). */
  public Optional<Unit> districtDesk(String placeCode) {
    return desk("d", placeCode, DISTRICT_DIGITS);
  }

  private Optional<Unit> desk(String kind, String placeCode, int digits) {
    return placeCode == null || placeCode.length() < digits
        ? Optional.empty()
        : unit(kind + placeCode.substring(0, digits)).filter(Unit::active);
  }

  /** A name to show; the code itself for a unit that the directory does not know any more. */
  public String unitName(String code) {
    return unit(code).map(Unit::nameZh).orElse(code);
  }

  public String categoryName(String code) {
    return category(code).map(Category::nameZh).orElse(code);
  }

  /** District, street and community one after the other, as people say it. */
  public String placeName(String code) {
    StringBuilder name = new StringBuilder();
    for (Optional<Place> at = place(code); at.isPresent(); at = place(at.get().parentCode())) {
      if (at.get().parentCode() != null || name.isEmpty()) {
        name.insert(0, at.get().name());
      }
    }
    return name.isEmpty() ? code : name.toString();
  }

  /**
   * Whether a complaint about the respondent must not land at this unit: the respondent itself or a
   * part of it. Everything is part of the centre, so that a complaint about the centre keeps out
   * the centre only.
   */
  public boolean isOnTheSideOf(Unit candidate, String respondentUnitId) {
    return unit(respondentUnitId)
        .map(
            respondent ->
                candidate.code().equals(respondent.code())
                    || (respondent.level() > 1
                        && candidate.path().startsWith(respondent.path() + "/")))
        .orElse(false);
  }

  private static <E extends DirectoryEntry> Map<String, E> byCode(Collection<E> entries) {
    return entries.stream()
        .collect(
            Collectors.toMap(DirectoryEntry::code, Function.identity(), (a, b) -> b, TreeMap::new));
  }

  private static <E extends DirectoryEntry> Map<String, List<E>> byParent(
      Collection<E> entries, Function<E, String> parent) {
    Map<String, List<E>> children = new HashMap<>();
    entries.stream()
        .sorted(Comparator.comparing(DirectoryEntry::code))
        .forEach(
            entry -> {
              String above = parent.apply(entry) == null ? "" : parent.apply(entry);
              children.computeIfAbsent(above, none -> new ArrayList<>()).add(entry);
            });
    return children;
  }
}
