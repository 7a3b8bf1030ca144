package hotline.intake.texting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;

/** One connection to the operator's gateway, by SMPP 3.4, on which both sides speak. */
final class SmppGateway {
  private static final Logger LOG = Logger.getLogger(SmppGateway.class);
  private static final int BIND_MILLIS = 5_000;
  private static final int ALIVE_MILLIS = 30_000;

  /** Octets of one short message; a longer text goes as payload, which the gateway takes apart. */
  private static final int ONE_MESSAGE = 2 * TextLength.ALONE;

  /** What comes from the other side; a fault makes the gateway hand it over again. */
  interface Listener {
    void receipt(Arrival.Receipt receipt);

    void written(Arrival.Written written);
  }

  private final TextSettings.Gateway where;
  private final Duration answerWithin;
  private final Listener listener;
  private final Clock clock;
  private volatile SMPPSession session;
  private volatile Instant connectedSince;

  SmppGateway(TextSettings.Gateway where, Duration answerWithin, Listener listener, Clock clock) {
    this.where = where;
    this.answerWithin = answerWithin;
    this.listener = listener;
    this.clock = clock;
  }

  boolean connected() {
    SMPPSession now = session;
    return now != null && now.getSessionState().isTransmittable();
  }

  /** Null while there is no connection. */
  Instant connectedSince() {
    return connected() ? connectedSince : null;
  }

  /** Tries once. */
  boolean connect() {
    close();
    SMPPSession next = new SMPPSession();
    next.setInterfaceVersion(InterfaceVersion.IF_34);
    next.setEnquireLinkTimer(ALIVE_MILLIS);
    next.setTransactionTimer(answerWithin.toMillis());
    next.setMessageReceiverListener(new Arrivals());
    try {
      next.connectAndBind(
          where.host(),
          where.port(),
          new BindParameter(
              BindType.BIND_TRX,
              where.systemId(),
              where.password(),
              where.systemType(),
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              null,
              InterfaceVersion.IF_34),
          BIND_MILLIS);
    } catch (IOException | RuntimeException refused) {
      next.unbindAndClose();
      return false;
    }
    session = next;
    connectedSince = clock.instant();
    LOG.info("The text message gateway is connected");
    return true;
  }

  /**
   * @param messageId the same whenever it goes again; the gateway gets sixteen bits of it as its
   *     user_message_reference (SMPP 3.4, 5.3.2.17), by which it may tell a repetition
   * @param to E.164
   */
  Submission submit(UUID messageId, String to, String text) {
    SMPPSession now = session;
    if (now == null) {
      return Submission.lost();
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
    boolean alone = bytes.length <= ONE_MESSAGE;
    OptionalParameter reference =
        new OptionalParameter.User_message_reference((short) messageId.hashCode());
    OptionalParameter[] more =
        alone
            ? new OptionalParameter[] {reference}
            : new OptionalParameter[] {reference, new OptionalParameter.Message_payload(bytes)};
    try {
      return Submission.accepted(
          now.submitShortMessage(
                  "",
                  TypeOfNumber.UNKNOWN,
                  NumberingPlanIndicator.UNKNOWN,
                  where.sourceAddress(),
                  TypeOfNumber.INTERNATIONAL,
                  NumberingPlanIndicator.ISDN,
                  to.substring(1),
                  new ESMClass(),
                  (byte) 0,
                  (byte) 1,
                  null,
                  null,
                  new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                  (byte) 0,
                  new GeneralDataCoding(Alphabet.ALPHA_UCS2),
                  (byte) 0,
                  alone ? bytes : new byte[0],
                  more)
              .getMessageId());
    } catch (NegativeResponseException answered) {
      return negative(answered.getCommandStatus());
    } catch (ResponseTimeoutException | InvalidResponseException silent) {
      return Submission.unanswered();
    } catch (IOException gone) {
      return Submission.lost();
    } catch (PDUException | RuntimeException unsendable) {
      return connected() ? Submission.refused("UNSENDABLE") : Submission.lost();
    }
  }

  private static Submission negative(int status) {
    String reason = String.format("SMPP_%08X", status);
    return switch (status) {
      case SMPPConstant.STAT_ESME_RTHROTTLED,
          SMPPConstant.STAT_ESME_RMSGQFUL,
          SMPPConstant.STAT_ESME_RSYSERR,
          SMPPConstant.STAT_ESME_RX_T_APPN ->
          Submission.later(reason);
      case SMPPConstant.STAT_ESME_RINVBNDSTS -> Submission.lost();
      default -> Submission.refused(reason);
    };
  }

  void close() {
    SMPPSession last = session;
    session = null;
    if (last != null) {
      last.unbindAndClose();
    }
  }

  /** Without a word: who does not answer does not answer that either. */
  void drop() {
    SMPPSession last = session;
    session = null;
    if (last != null) {
      last.close();
    }
  }

  /** What is said in an error answer tells the gateway to try again, and nothing of a person. */
  private final class Arrivals implements MessageReceiverListener {

    @Override
    public void onAcceptDeliverSm(DeliverSm told) throws ProcessRequestException {
      try {
        if (Arrival.isReceipt(told)) {
          Arrival.Receipt receipt = Arrival.receipt(told);
          if (receipt != null) {
            listener.receipt(receipt);
          }
        } else {
          listener.written(Arrival.written(told));
        }
      } catch (TextReceipts.NotSentYet early) {
        throw later();
      } catch (RuntimeException failed) {
        LOG.warnf("What the gateway handed over is asked for again: %s", failed.getClass());
        throw later();
      }
    }

    private ProcessRequestException later() {
      return new ProcessRequestException("later", SMPPConstant.STAT_ESME_RX_T_APPN);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification told) {
      // Nobody asked for any.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm told, Session source) throws ProcessRequestException {
      throw new ProcessRequestException("no data_sm", SMPPConstant.STAT_ESME_RINVCMDID);
    }
  }
}
