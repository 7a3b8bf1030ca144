package hotline.dispatch.directory;

import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.util.ArrayList;
import java.util.List;

/** The demonstration city, for tests of rules that need a directory. */
public final class City {

  private City() {}

  public static Directory directory() {
    List<DirectoryEntry> entries = DemonstrationCity.entries();
    return new Directory(
        of(entries, Unit.class), of(entries, Place.class), of(entries, Category.class));
  }

  /** The same city with one unit out of service. */
  public static Directory without(String unit) {
    Directory whole = directory();
    List<DirectoryEntry> entries = DemonstrationCity.entries();
    Unit closed = whole.unit(unit).orElseThrow();
    List<Unit> units = new ArrayList<>(of(entries, Unit.class));
    units.remove(closed);
    units.add(
        new Unit(
            closed.code(),
            closed.parentCode(),
            closed.path(),
            closed.nameZh(),
            closed.nameEn(),
            closed.level(),
            closed.placeCode(),
            false));
    return new Directory(units, of(entries, Place.class), of(entries, Category.class));
  }

  /** The same city with one category switched off. */
  public static Directory withoutCategory(String category) {
    List<DirectoryEntry> entries = DemonstrationCity.entries();
    List<Category> categories =
        of(entries, Category.class).stream()
            .map(
                one ->
                    one.code().equals(category)
                        ? new Category(
                            one.code(),
                            one.parentCode(),
                            one.path(),
                            one.nameZh(),
                            one.nameEn(),
                            one.level(),
                            false)
                        : one)
            .toList();
    return new Directory(of(entries, Unit.class), of(entries, Place.class), categories);
  }

  private static <E> List<E> of(List<DirectoryEntry> entries, Class<E> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
