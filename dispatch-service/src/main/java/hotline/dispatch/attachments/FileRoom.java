package hotline.dispatch.attachments;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much a unit may upload: files of one case that wait for their act, bytes of a case of all its
 * units, and bytes of a unit that wait in all its cases.
 */
@ApplicationScoped
public class FileRoom {

  static final int MOST_WAITING = 50;

  private final long ofCase;
  private final long waitingOfUnit;

  @Inject
  FileRoom(
      @ConfigProperty(name = "hotline.attachments.case-limit", defaultValue = "300M")
          MemorySize ofCase,
      @ConfigProperty(name = "hotline.attachments.waiting-limit", defaultValue = "500M")
          MemorySize waitingOfUnit) {
    this(ofCase.asLongValue(), waitingOfUnit.asLongValue());
  }

  FileRoom(long ofCase, long waitingOfUnit) {
    this.ofCase = ofCase;
    this.waitingOfUnit = waitingOfUnit;
  }

  /**
   * What is there before the new file.
   *
   * @param waitingFiles of that case and unit
   * @param bytesOfCase kept of the case, whichever unit's
   * @param waitingBytes of that unit, whichever case's
   */
  record Taken(int waitingFiles, long bytesOfCase, long waitingBytes) {}

  /**
   * @throws FileRefused when too many files wait
   * @throws NoRoomForFile when it would be too many bytes
   */
  void require(Taken taken, long size) {
    if (taken.waitingFiles() >= MOST_WAITING) {
      throw new FileRefused(FileRefused.Reason.TOO_MANY_WAIT);
    }
    if (taken.bytesOfCase() + size > ofCase) {
      throw NoRoomForFile.ofCase(ofCase);
    }
    if (taken.waitingBytes() + size > waitingOfUnit) {
      throw NoRoomForFile.ofUnit(waitingOfUnit);
    }
  }
}
