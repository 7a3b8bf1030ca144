package hotline.access.problems;

import hotline.access.PlainText;

/**
 * An exception for the log: every cause and where it came from, each message on one line so that
 * nobody's input can forge log lines.
 */
final class FaultReport {
  private static final int FRAMES = 30;
  private static final int DEEPEST = 10;

  private FaultReport() {}

  static String of(Throwable thrown) {
    StringBuilder report = new StringBuilder();
    int depth = 0;
    for (Throwable cause = thrown;
        cause != null && depth < DEEPEST;
        cause = cause.getCause(), depth++) {
      report.append(depth == 0 ? "" : "\n  caused by ").append(cause.getClass().getName());
      if (cause.getMessage() != null) {
        report.append(": ").append(PlainText.visible(shortened(cause.getMessage())));
      }
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
        report.append("\n    at ").append(frames[i]);
      }
    }
    return report.toString();
  }

  private static String shortened(String message) {
    return message.length() <= 500 ? message : message.substring(0, 500) + "...";
  }
}
