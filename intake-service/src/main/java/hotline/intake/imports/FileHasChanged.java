package hotline.intake.imports;

import hotline.access.IllegalMove;

/** What is written is what was looked at. */
public class FileHasChanged extends IllegalMove {
  private static final long serialVersionUID = 1L;

  FileHasChanged() {
    super(
        "file-has-changed",
        "文件与核对时的不同，请重新核对后再转入。",
        "The file is not the one that was looked at; look at it again.");
  }
}
