package hotline.localservers;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/**
 * A gateway for text messages that speaks SMPP 3.4, with the telephones behind it: what is sent
 * arrives at once, its receipt follows, and a reply can be written. Everybody may connect.
 */
public final class Handsets implements AutoCloseable {

  /**
   * What arrived on a telephone.
   *
   * @param to digits with the code of the country, such as {@code 8613800001234}
   */
  public record Arrived(String id, String to, String from, String text) {}

  /** How many messages are remembered. */
  private static final int REMEMBERED = 2_000;

  private static final int BIND_MILLIS = 5_000;
  private static final int TRIES = 20;
  private static final long PAUSE_MILLIS = 100;
  private static final Charset CHINESE = Charset.forName("GB18030");

  private final Clock clock;
  private final int port;
  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private final Map<String, String> receipts = new ConcurrentHashMap<>();
  private final Map<String, Duration> delays = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final ExecutorService work =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "handsets");
            thread.setDaemon(true);
            return thread;
          });
  private SMPPServerSessionListener listener;

  public Handsets(int port, Clock clock) {
    this.port = port;
    this.clock = clock;
  }

  /** On a port that is free. */
  public static Handsets onFreePort(Clock clock) throws IOException {
    return new Handsets(FreePort.find(), clock);
  }

  public int port() {
    return port;
  }

  /** Begins to accept connections, also after {@link #goAway}. */
  public synchronized Handsets start() throws IOException {
    if (listener == null) {
      listener = new SMPPServerSessionListener(port);
      listener.setMessageReceiverListener(new Messages());
      SMPPServerSessionListener accepting = listener;
      work.execute(() -> accept(accepting));
    }
    return this;
  }

  /** Ends every connection and accepts none, as when the gateway is repaired. */
  public synchronized void goAway() throws IOException {
    if (listener != null) {
      listener.close();
      listener = null;
    }
    for (SMPPServerSession session : sessions) {
      session.close();
    }
    sessions.clear();
  }

  /** All messages, the oldest first. */
  public List<Arrived> arrived() {
    return List.copyOf(arrived);
  }

  /** Those of one telephone; the number with the code of the country or without. */
  public List<Arrived> arrived(String number) {
    return arrived.stream().filter(one -> one.to().endsWith(national(number))).toList();
  }

  /**
   * Answers what is sent to a number with this status, until told otherwise; 0 takes it again.
   *
   * @param status as SMPP 3.4 numbers them, such as 0x58 for throttled
   */
  public void refuse(String number, int status) {
    if (status == 0) {
      refusals.remove(national(number));
    } else {
      refusals.put(national(number), status);
    }
  }

  /**
   * Takes what is sent to a number, and answers so much later, until told otherwise; zero answers
   * at once again.
   */
  public void answerLate(String number, Duration later) {
    if (later.isZero()) {
      delays.remove(national(number));
    } else {
      delays.put(national(number), later);
    }
  }

  /** What receipts for a number say, such as UNDELIV; DELIVRD unless told otherwise. */
  public void receiptFor(String number, String state) {
    receipts.put(national(number), state);
  }

  public boolean isConnected() {
    return sessions.stream().anyMatch(one -> one.getSessionState().isBound());
  }

  /**
   * A citizen answers; returns once the other side has taken it.
   *
   * @param id the gateway's name for it; the same one again is the same reply; null for none
   */
  public void reply(String from, String text, String id) throws IOException {
    OptionalParameter[] named =
        id == null
            ? new OptionalParameter[0]
            : new OptionalParameter[] {new OptionalParameter.Receipted_message_id(id)};
    deliver(
        "86" + national(from),
        new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.DEFAULT),
        new GeneralDataCoding(Alphabet.ALPHA_UCS2),
        text.getBytes(StandardCharsets.UTF_16BE),
        named);
  }

  private static String national(String number) {
    String digits = number.replaceAll("\\D", "");
    return digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits;
  }

  private void accept(SMPPServerSessionListener accepting) {
    while (accepting == current()) {
      try {
        SMPPServerSession session = accepting.accept();
        work.execute(() -> bind(session));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private synchronized SMPPServerSessionListener current() {
    return listener;
  }

  private void bind(SMPPServerSession session) {
    try {
      BindRequest request = session.waitForBind(BIND_MILLIS);
      // Before the answer: whoever is told that it is connected may be written to at once.
      sessions.add(session);
      request.accept("handsets");
    } catch (Exception gone) {
      sessions.remove(session);
      session.close();
    }
  }

  private void receipt(Arrived message, String state) {
    try {
      receipt(message.to(), message.id(), state);
    } catch (IOException nobodyTakesIt) {
      // As with a real gateway, a receipt that nobody takes is lost after a while.
    }
  }

  /** A receipt for any name; returns once the other side has taken it. */
  public void receipt(String number, String id, String state) throws IOException {
    String told =
        "id:%s sub:001 dlvrd:001 submit date:2601010000 done date:2601010000 stat:%s err:000 text:"
            .formatted(id, state);
    deliver(
        "86" + national(number),
        new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
        new GeneralDataCoding(Alphabet.ALPHA_DEFAULT),
        told.getBytes(StandardCharsets.ISO_8859_1),
        new OptionalParameter.Receipted_message_id(id));
  }

  /** To any connection, again and again for a while when the other side cannot take it now. */
  private void deliver(
      String from, ESMClass kind, GeneralDataCoding coding, byte[] bytes, OptionalParameter... more)
      throws IOException {
    for (int tried = 0; tried < TRIES; tried++) {
      for (SMPPServerSession session : sessions) {
        if (!session.getSessionState().isReceivable()) {
          sessions.remove(session);
          continue;
        }
        try {
          session.deliverShortMessage(
              "",
              TypeOfNumber.INTERNATIONAL,
              NumberingPlanIndicator.ISDN,
              from,
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              "12345",
              kind,
              (byte) 0,
              (byte) 0,
              new RegisteredDelivery(0),
              coding,
              bytes,
              more);
          return;
        } catch (NegativeResponseException
            | ResponseTimeoutException
            | PDUException
            | InvalidResponseException
            | IOException again) {
          // The next round tries again.
        }
      }
      pause();
    }
    throw new IOException("Nobody takes what is handed over");
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    try {
      goAway();
    } catch (IOException gone) {
      // It was to go.
    }
    work.shutdownNow();
  }

  private final class Messages implements ServerMessageReceiverListener {

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm sent, SMPPServerSession source)
        throws ProcessRequestException {
      Integer refusal = refusals.get(national(sent.getDestAddress()));
      if (refusal != null) {
        throw new ProcessRequestException("refused", refusal);
      }
      String id = "h" + clock.millis() + "-" + ids.incrementAndGet();
      Arrived message = new Arrived(id, sent.getDestAddress(), sent.getSourceAddr(), text(sent));
      arrived.add(message);
      while (arrived.size() > REMEMBERED) {
        arrived.remove(0);
      }
      String state = receipts.getOrDefault(national(sent.getDestAddress()), "DELIVRD");
      if (sent.getRegisteredDelivery() != 0) {
        work.execute(() -> receipt(message, state));
      }
      Duration late = delays.get(national(sent.getDestAddress()));
      try {
        if (late != null) {
          TimeUnit.MILLISECONDS.sleep(late.toMillis());
        }
        return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
      } catch (PDUStringException e) {
        throw new ProcessRequestException("id", SMPPConstant.STAT_ESME_RSYSERR, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ProcessRequestException("closing", SMPPConstant.STAT_ESME_RSYSERR, e);
      }
    }

    private String text(SubmitSm sent) {
      OptionalParameter.Message_payload payload =
          sent.getOptionalParameter(OptionalParameter.Message_payload.class);
      byte[] bytes = payload == null ? sent.getShortMessage() : payload.getValue();
      Alphabet alphabet = Alphabet.parseDataCoding(sent.getDataCoding());
      return new String(
          bytes,
          alphabet == Alphabet.ALPHA_UCS2
              ? StandardCharsets.UTF_16BE
              : alphabet == Alphabet.ALPHA_RESERVED_15 ? CHINESE : StandardCharsets.ISO_8859_1);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti sent, SMPPServerSession source)
        throws ProcessRequestException {
      throw notOffered();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm asked, SMPPServerSession source)
        throws ProcessRequestException {
      throw notOffered();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm asked, SMPPServerSession source)
        throws ProcessRequestException {
      throw notOffered();
    }

    @Override
    public void onAcceptCancelSm(CancelSm asked, SMPPServerSession source)
        throws ProcessRequestException {
      throw notOffered();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm sent, SMPPServerSession source)
        throws ProcessRequestException {
      throw notOffered();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm asked, SMPPServerSession source)
        throws ProcessRequestException {
      throw notOffered();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
        QueryBroadcastSm asked, SMPPServerSession source) throws ProcessRequestException {
      throw notOffered();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm sent, Session source) throws ProcessRequestException {
      throw notOffered();
    }

    private ProcessRequestException notOffered() {
      return new ProcessRequestException("not offered", SMPPConstant.STAT_ESME_RINVCMDID);
    }
  }
}
