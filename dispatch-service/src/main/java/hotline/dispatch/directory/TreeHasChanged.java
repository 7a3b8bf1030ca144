package hotline.dispatch.directory;

import hotline.access.IllegalMove;

/** What is written is what was looked at. */
public class TreeHasChanged extends IllegalMove {
  private static final long serialVersionUID = 1L;

  TreeHasChanged() {
    super(
        "file-has-changed",
        "文件或其停用范围与核对时的不同，请重新核对后再写入。",
        "The file, or what it would switch off, is not what was looked at; look at it again.");
  }
}
