package hotline.localservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersTest {

  @TempDir Path home;

  @Test
  void a_killed_postgres_comes_back_with_what_it_had_committed() throws Exception {
    try (PostgresServer server = PostgresServer.onFreePort(home).start()) {
      server.createDatabase("intake", "intake");
      try (Connection connection = server.connect("intake", "intake");
          Statement sql = connection.createStatement()) {
        sql.execute("CREATE TABLE kept (word text)");
        sql.execute("INSERT INTO kept VALUES ('闭环')");
      }
      server.kill();
      server.start();
      try (Connection connection = server.connect("intake", "intake");
          Statement sql = connection.createStatement();
          ResultSet rows = sql.executeQuery("SELECT word FROM kept")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("闭环");
      }
    }
  }

  @Test
  void a_killed_broker_comes_back_with_its_topics() throws Exception {
    try (KafkaServer server = KafkaServer.onFreePorts(home).start()) {
      try (Admin admin = admin(server)) {
        admin
            .createTopics(List.of(new NewTopic("kept", 3, (short) 1)))
            .all()
            .get(10, TimeUnit.SECONDS);
      }
      server.kill();
      server.start();
      try (Admin admin = admin(server)) {
        assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).contains("kept");
      }
    }
  }

  private static Admin admin(KafkaServer server) {
    return Admin.create(
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, server.bootstrapServers()));
  }
}
