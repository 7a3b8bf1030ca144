package hotline.evaluation.scoring;

import hotline.access.IllegalMove;
import java.util.Locale;

/** A unit may not ask this about its score, or not any more. */
final class MayNotAsk extends IllegalMove {

  private static final long serialVersionUID = 1L;

  MayNotAsk(Hindrance hindrance) {
    super(
        hindrance.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        hindrance.zh(),
        hindrance.en());
  }
}
