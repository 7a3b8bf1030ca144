package hotline.dispatch.casefiles;

import hotline.access.Scope;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseFile.Supplement;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.util.List;

/**
 * The text of a case as one actor may see it.
 *
 * @param directAnswer what the centre answered at once, in vain; null when it did not
 */
public record FileView(
    String title,
    String content,
    String demand,
    String address,
    List<Supplement> supplements,
    String directAnswer) {

  /**
   * Of a confidential case the address is kept from those who may not learn who reported it.
   *
   * @param confidential as the events of the case say: a file is of the moment when it was written
   */
  public static FileView of(CaseFile file, boolean confidential, Scope scope, Directory directory) {
    String respondent = directory.unit(file.respondentUnitId()).map(Unit::path).orElse(null);
    return new FileView(
        file.title(),
        file.content(),
        file.demand(),
        scope.seesAddress(confidential || file.confidential(), respondent) ? file.address() : null,
        file.supplements(),
        file.directAnswer());
  }
}
