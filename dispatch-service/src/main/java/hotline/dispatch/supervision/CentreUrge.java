package hotline.dispatch.supervision;

import hotline.lifecycle.UrgeForm;
import java.time.Instant;

/**
 * An urge of the centre (中心催办).
 *
 * @param paperNo of a written urge; null otherwise
 * @param unitId who had the case in hand; null while it lay with the centre
 */
public record CentreUrge(
    int urgeNo, UrgeForm form, String paperNo, String unitId, String words, Instant at) {}
