package hotline.lifecycle;

import java.time.Instant;
import java.util.List;

/**
 * What was registered wrongly was put right (更正). The codes are all told, also those that stay; of
 * the texts only that they changed: they are in the newer case file, which goes before.
 */
public record CaseCorrected(
    int correctionNo,
    List<CorrectedField> fields,
    CaseKind kindBefore,
    CaseKind kind,
    Urgency urgencyBefore,
    Urgency urgency,
    Channel channelBefore,
    Channel channel,
    String categoryCodeBefore,
    String categoryCode,
    String placeCodeBefore,
    String placeCode,
    String placePathBefore,
    String placePath,
    Instant receivedAtBefore,
    Instant receivedAt)
    implements IntakeEvent {

  public CaseCorrected {
    fields = List.copyOf(fields);
  }

  @Override
  public EventType type() {
    return EventType.CASE_CORRECTED;
  }
}
