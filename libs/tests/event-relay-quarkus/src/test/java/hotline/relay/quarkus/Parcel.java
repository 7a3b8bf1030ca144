package hotline.relay.quarkus;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A row of the test application, written by Hibernate. */
@Entity
public class Parcel {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String key;
  private long number;
  private String content;

  protected Parcel() {}

  Parcel(String key, long number, String content) {
    this.key = key;
    this.number = number;
    this.content = content;
  }
}
