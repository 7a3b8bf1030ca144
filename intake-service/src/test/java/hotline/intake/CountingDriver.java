package hotline.intake;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

/** The PostgreSQL driver, writing down each statement that the thread under test executes. */
public final class CountingDriver extends org.postgresql.Driver {
  private static final List<String> STATEMENTS = new CopyOnWriteArrayList<>();
  private static volatile boolean counting;
  private static volatile Thread only;

  /** Statements sent to the server since the last call, those of background work left out. */
  static List<String> counted(Runnable act) {
    STATEMENTS.clear();
    counting = true;
    try {
      act.run();
    } finally {
      counting = false;
    }
    return List.copyOf(STATEMENTS);
  }

  /** What is done in the calling thread. */
  interface Work {
    void run() throws Exception;
  }

  /** The same of what the calling thread sends itself: an applier of the log, for one. */
  static List<String> countedHere(Work work) throws Exception {
    STATEMENTS.clear();
    only = Thread.currentThread();
    counting = true;
    try {
      work.run();
    } finally {
      counting = false;
      only = null;
    }
    return List.copyOf(STATEMENTS);
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    Connection real = super.connect(url, info);
    return real == null ? null : proxy(Connection.class, (p, m, a) -> prepared(real, m, a));
  }

  private static Object prepared(Connection real, java.lang.reflect.Method method, Object[] args)
      throws Throwable {
    Object result = call(real, method, args);
    return result instanceof PreparedStatement statement && method.getName().startsWith("prepare")
        ? proxy(PreparedStatement.class, (p, m, a) -> executed(statement, (String) args[0], m, a))
        : result;
  }

  private static Object executed(
      PreparedStatement statement, String sql, java.lang.reflect.Method method, Object[] args)
      throws Throwable {
    if (counting && method.getName().startsWith("execute") && isAboutACommand()) {
      STATEMENTS.add(sql);
    }
    return call(statement, method, args);
  }

  /**
   * Requests run on Quarkus' worker threads; relay, consumer and timers have threads of their own.
   */
  private static boolean isAboutACommand() {
    Thread one = only;
    if (one != null) {
      return one == Thread.currentThread();
    }
    return Thread.currentThread().getName().startsWith("executor-thread");
  }

  private static Object call(Object target, java.lang.reflect.Method method, Object[] args)
      throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            CountingDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
