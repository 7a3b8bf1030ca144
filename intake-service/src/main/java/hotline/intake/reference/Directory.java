package hotline.intake.reference;

import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Categories, places and units as they stood at one moment. */
public final class Directory {
  private static final int DISTRICT_DIGITS = 6;

  private final Map<String, Category> categories = new TreeMap<>();
  private final Map<String, Place> places = new TreeMap<>();
  private final Map<String, Unit> units = new TreeMap<>();
  private final Set<String> divided = new HashSet<>();

  public Directory(
      Collection<Category> categories, Collection<Place> places, Collection<Unit> units) {
    categories.forEach(category -> this.categories.put(category.code(), category));
    categories.stream().filter(Category::active).map(Category::parentCode).forEach(divided::add);
    places.forEach(place -> this.places.put(place.code(), place));
    units.forEach(unit -> this.units.put(unit.code(), unit));
  }

  /** Whether the directory has arrived at all. */
  public boolean isEmpty() {
    return categories.isEmpty() || places.isEmpty();
  }

  /** Also categories that are no longer in use: old cases keep them. */
  public Optional<Category> category(String code) {
    return Optional.ofNullable(code).map(categories::get);
  }

  public Optional<Place> place(String code) {
    return Optional.ofNullable(code).map(places::get);
  }

  public Optional<Unit> unit(String code) {
    return Optional.ofNullable(code).map(units::get);
  }

  /**
   * Whether the unit is the one complained about, or a part of it: no such case is given to it.
   * Everything is part of the centre, which keeps out itself only.
   */
  public boolean isOnTheSideOf(String unitCode, String respondentCode) {
    return unit(respondentCode)
        .flatMap(
            respondent ->
                unit(unitCode)
                    .map(
                        candidate ->
                            candidate.code().equals(respondent.code())
                                || (respondent.level() > 1
                                    && candidate.path().startsWith(respondent.path() + "/"))))
        .orElse(false);
  }

  /** The unit that no other is above: the hotline centre. */
  public Optional<Unit> top() {
    return units.values().stream()
        .filter(unit -> unit.active() && unit.parentCode() == null)
        .findFirst();
  }

  /** Also those that are no longer in use. */
  public Collection<Category> categories() {
    return List.copyOf(categories.values());
  }

  /** Also units that are no longer in use: old cases name them. */
  public Collection<Unit> units() {
    return List.copyOf(units.values());
  }

  public List<Unit> activeUnits() {
    return units.values().stream().filter(Unit::active).toList();
  }

  /** The places in use directly below one; those without a parent for null. */
  public List<Place> placesBelow(String parentCode) {
    return allPlacesBelow(parentCode).stream().filter(Place::active).toList();
  }

  /** As {@link #placesBelow}, also those that are no longer in use. */
  public List<Place> allPlacesBelow(String parentCode) {
    return places.values().stream()
        .filter(place -> Objects.equals(knownParent(place), parentCode))
        .sorted(Comparator.comparing(Place::code))
        .toList();
  }

  /** The place and all above it, from the top. */
  public List<Place> wayTo(Place place) {
    Deque<Place> way = new ArrayDeque<>();
    for (Place at = place; at != null && way.size() < 10; at = places.get(parent(at))) {
      way.addFirst(at);
    }
    return List.copyOf(way);
  }

  /**
   * The city itself, for what nobody can say more exactly yet: the lowest place that has no other
   * beside it and is no district; of a municipality (直辖市) with two codes the first. Empty while no
   * place is known.
   */
  public Optional<Place> city() {
    List<Place> below = placesBelow(null);
    Place city = below.isEmpty() ? null : below.get(0);
    while (below.size() == 1 && below.get(0).code().length() < DISTRICT_DIGITS) {
      city = below.get(0);
      below = placesBelow(city.code());
    }
    return Optional.ofNullable(city);
  }

  /** The category that stands last among those that may be chosen: what fits nowhere else (其他). */
  public Optional<Category> lastLeaf() {
    return categories.values().stream()
        .filter(category -> category.active() && isLeaf(category))
        .reduce((before, after) -> after);
  }

  /** A category that still may be chosen has nothing below it. */
  public boolean isLeaf(Category category) {
    return !divided.contains(category.code());
  }

  private String knownParent(Place place) {
    return places.containsKey(parent(place)) ? place.parentCode() : null;
  }

  private static String parent(Place place) {
    return place.parentCode() == null ? "" : place.parentCode();
  }
}
