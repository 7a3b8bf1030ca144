package hotline.reporting;

import hotline.localservers.ServiceServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The real PostgreSQL and Kafka of this module's tests. */
public class ReportingServers implements QuarkusTestResourceLifecycleManager {

  private static ServiceServers servers;

  public static ServiceServers servers() {
    return servers;
  }

  @Override
  public Map<String, String> start() {
    servers = ServiceServers.start("reporting");
    return servers.configuration("reporting");
  }

  @Override
  public void stop() {
    if (servers != null) {
      servers.close();
    }
  }
}
