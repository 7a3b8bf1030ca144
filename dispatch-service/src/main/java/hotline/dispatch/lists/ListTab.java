package hotline.dispatch.lists;

import hotline.access.Invalid;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A tab of a list: an enum value says its name on the wire and which rows it shows. */
public interface ListTab {

  String wireName();

  /** SQL about the rows of the list; may speak of {@code :now}. */
  String condition();

  /** The tab of that name, or the other when none is said; refuses an unknown one. */
  static <T extends Enum<T> & ListTab> T of(String wireName, T otherwise) {
    if (wireName == null || wireName.isBlank()) {
      return otherwise;
    }
    T[] all = otherwise.getDeclaringClass().getEnumConstants();
    return Arrays.stream(all)
        .filter(tab -> tab.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "tab",
                    "unknown-value",
                    "没有这个标签页。可选：" + names(all, "、") + "。",
                    "There is no such tab. Possible: " + names(all, ", ") + "."));
  }

  private static String names(ListTab[] all, String separator) {
    return Arrays.stream(all).map(ListTab::wireName).collect(Collectors.joining(separator));
  }
}
