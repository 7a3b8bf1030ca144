package hotline.evaluation.loop;

import hotline.localservers.ServiceServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The real PostgreSQL and Kafka that the tests of this module share. */
public class EvaluationServers implements QuarkusTestResourceLifecycleManager {

  private ServiceServers servers;

  @Override
  public Map<String, String> start() {
    servers = ServiceServers.start("evaluation");
    return servers.configuration("evaluation");
  }

  @Override
  public void stop() {
    if (servers != null) {
      servers.close();
    }
  }
}
