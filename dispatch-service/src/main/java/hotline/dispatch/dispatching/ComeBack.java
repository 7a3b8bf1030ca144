package hotline.dispatch.dispatching;

import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;

/**
 * That a case was given back (退单), and what the last unit proposed.
 *
 * @param proposedUnitId null when that unit proposed none
 */
public record ComeBack(
    int returnCount,
    String returnedUnitId,
    String returnedUnitName,
    String proposedUnitId,
    String proposedUnitName) {

  static ComeBack of(HandledCase of, Directory names) {
    if (of.returnCount() == 0) {
      return null;
    }
    String proposed = of.proposedUnitId();
    return new ComeBack(
        of.returnCount(),
        of.returnedUnitId(),
        names.unitName(of.returnedUnitId()),
        proposed,
        proposed == null ? null : names.unitName(proposed));
  }
}
