package hotline.dispatch.dispatching;

import java.util.List;

/** What the dispatcher decides. */
public record DispatchEntry(String leadUnitId, List<String> coUnitIds, String reason) {

  public DispatchEntry {
    coUnitIds = coUnitIds == null ? List.of() : coUnitIds.stream().filter(c -> c != null).toList();
  }
}
