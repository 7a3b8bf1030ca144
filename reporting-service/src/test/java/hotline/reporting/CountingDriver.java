package hotline.reporting;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

/** The PostgreSQL driver, writing down each statement that a request executes. */
public final class CountingDriver extends org.postgresql.Driver {
  private static final List<String> STATEMENTS = new CopyOnWriteArrayList<>();
  private static volatile boolean counting;

  /** Statements of the requests made in {@code act}; those of background work are left out. */
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

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    Connection real = super.connect(url, info);
    return real == null ? null : proxy(Connection.class, (p, m, a) -> prepared(real, m, a));
  }

  private static Object prepared(Connection real, Method method, Object[] args) throws Throwable {
    Object result = call(real, method, args);
    return result instanceof PreparedStatement statement && method.getName().startsWith("prepare")
        ? proxy(PreparedStatement.class, (p, m, a) -> executed(statement, (String) args[0], m, a))
        : result;
  }

  private static Object executed(
      PreparedStatement statement, String sql, Method method, Object[] args) throws Throwable {
    // Requests run on Quarkus' worker threads; relay, consumer and jobs have threads of their own.
    if (counting
        && method.getName().startsWith("execute")
        && Thread.currentThread().getName().startsWith("executor-thread")) {
      STATEMENTS.add(sql);
    }
    return call(statement, method, args);
  }

  private static Object call(Object target, Method method, Object[] args) throws Throwable {
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
