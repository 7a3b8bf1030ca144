package hotline.intake.cases;

import hotline.intake.cases.RegistrationForm.ReporterForm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody may be in danger: to whom the call is handed, and whatever else is known already.
 *
 * @param target a TransferTarget that is an emergency service
 * @param threePartyCall whether caller, operator and service speak together
 * @param categoryCode and all that follow: as in a registration; each may be missing
 */
@Schema(description = "紧急情况一键转 / An emergency, handed over with what is known")
public record EmergencyForm(
    @Schema(description = "POLICE_110, FIRE_119, MEDICAL_120, TRAFFIC_122 or PSYCHOLOGY_12356")
        String target,
    Boolean threePartyCall,
    String kind,
    String channel,
    String categoryCode,
    String placeCode,
    String address,
    String title,
    String content,
    String demand,
    ReporterForm reporter,
    String respondentUnitId) {}
