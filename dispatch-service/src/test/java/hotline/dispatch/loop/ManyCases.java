package hotline.dispatch.loop;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Thirty thousand cases, a thousand of them open and a tenth with their text: what PostgreSQL makes
 * of a question shows where there is much to pass over.
 */
public final class ManyCases {

  private static final String[] STATEMENTS = {
    """
    create temporary table many on commit drop as
    select gen_random_uuid() as id, n, n % 30 = 0 as open,
           timestamptz '2026-01-01' + n * interval '10 minutes' as since
    from generate_series(1, 30000) n
    """,
    """
    insert into handled_case (case_id, case_no, status, kind, urgency, category_code, place_code,
        place_path, received_at, confidential, accepted_event, accepted_at, offered_to_catalogue,
        round, lead_unit_id, open_co_units, urge_count, sequence, version, caller_ref)
    select id, 'plan-' || n, case when open then 'HANDLING' else 'CLOSED' end, 'COMPLAINT',
        'NORMAL', '130301', '370202' || lpad((n % 120)::text, 3, '0'), '/370202', since, false, id,
        since, true, 1, 'cg', 0, 0, 5, 5, 'caller-' || n % 9000
    from many
    """,
    """
    insert into assignment (assignment_id, case_id, round, role, unit_id, unit_path, status,
        created_at, policy_version, sign_rule, reply_rule, reply_pauses, sign_due, contact_due,
        contacted_at, reply_due, next_due, sign_missed, contact_missed, reply_missed, signed_at,
        signed_by, attempts, replies, replied_at, handler_ref, reviewer_ref, ended_at, version)
    select id, id, 1, 'LEAD', unit, '/center/' || unit,
        case when open then 'CONTACTED' else 'DONE' end, since, '1', '4h', '5w', '{}', since, since,
        since, since + interval '7 days', since + interval '7 days', false, false, false, since, 'a',
        1, 1, since, 'a', 'b', case when open then null else since end, 5
    from (select *, case when n % 7 = 0 then 'cg' else 'u' || n % 40 end as unit from many) each
    """,
    """
    insert into case_file (case_id, version, title, content, confidential, supplements, updated_at)
    select id, 1, case when n % 1000 = 0 then 'ABC小区100%_停水' || n
        else (array['道路积水', '夜间施工噪声', '垃圾未清运', '供暖不足'])[n / 10 % 4 + 1] || n end,
        'x', false, '[]', since
    from many where n % 10 = 0
    """,
    "analyze handled_case",
    "analyze case_file",
    "analyze assignment"
  };

  private ManyCases() {}

  /** A connection whose transaction alone sees them: roll it back and close it. */
  public static Connection in(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String each : STATEMENTS) {
        statement.execute(each);
      }
    }
    return connection;
  }
}
