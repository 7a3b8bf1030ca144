package hotline.intake.cases;

import hotline.access.Actor;
import hotline.intake.cases.RegisterCase.Registered;
import hotline.intake.reference.Directory;
import hotline.intake.texting.AcknowledgementText;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.TransferTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Somebody may be in danger (紧急情况一键转): what is known becomes a critical case and is handed to the
 * service in the same act, so that there is no case without its hand-over, nor the other way round.
 */
@ApplicationScoped
public class RegisterEmergency {

  /**
   * What is told of a registration, and of the hand-over with it.
   *
   * @param leftOut fields that were filled in and could not be kept, such as half a number
   */
  public record HandedOver(
      UUID caseId,
      String caseNo,
      String queryCode,
      CaseStatus status,
      long version,
      Instant registeredAt,
      AcknowledgementText acknowledgement,
      TransferTarget target,
      boolean threePartyCall,
      List<String> leftOut) {}

  private final RegisterCase registerCase;
  private final TransferCase transferCase;
  private final Map<String, String> categories;
  private final Clock clock;

  @Inject
  RegisterEmergency(
      RegisterCase registerCase,
      TransferCase transferCase,
      @ConfigProperty(name = "hotline.emergency.category") Map<String, String> categories,
      Clock clock) {
    this.registerCase = registerCase;
    this.transferCase = transferCase;
    this.categories = Map.copyOf(categories);
    this.clock = clock;
  }

  @Transactional
  public HandedOver register(EmergencyForm form, Directory directory, Actor by) {
    Doer doer = Doer.of(by);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    TransferTarget target = EmergencyRules.target(form.target());
    TransferForm handover = new TransferForm(target.name(), null, form.threePartyCall(), null);
    // Before anything is written: whether they spoke together cannot be found out afterwards.
    TransferRules.handover(handover.target(), null, handover.threePartyCall(), null, now);
    EmergencyRules.Read read =
        EmergencyRules.read(
            form, target, categories.get(target.name()), by.gridPath(), directory, now);
    Registered registered = registerCase.register(read.registration(), doer);
    CaseRef stands = transferCase.transfer(registered.caseId(), handover, doer);
    return new HandedOver(
        registered.caseId(),
        registered.caseNo(),
        registered.queryCode(),
        stands.status(),
        stands.version(),
        registered.registeredAt(),
        registered.acknowledgement(),
        target,
        handover.threePartyCall(),
        read.leftOut());
  }
}
