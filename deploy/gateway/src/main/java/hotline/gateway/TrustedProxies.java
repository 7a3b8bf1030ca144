package hotline.gateway;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * The proxies in front of the gateway whose word on the client's address is believed, such as the
 * one that ends TLS. Without any, whoever connects is the client.
 */
final class TrustedProxies {

  static final TrustedProxies NONE = new TrustedProxies(List.of());

  private final List<IpSubnetFilterRule> networks;

  private TrustedProxies(List<IpSubnetFilterRule> networks) {
    this.networks = networks;
  }

  /**
   * Reads addresses and networks that are separated by commas, such as {@code
   * 10.0.0.9,192.168.0.0/16,fd00::/8}.
   *
   * @throws IllegalArgumentException when one of them is neither
   */
  static TrustedProxies of(String list) {
    return new TrustedProxies(
        Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .map(TrustedProxies::network)
            .toList());
  }

  private static IpSubnetFilterRule network(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    try {
      int bits = slash < 0 ? 8 * bytes.length : Integer.parseInt(text.substring(slash + 1));
      return new IpSubnetFilterRule(InetAddress.getByAddress(bytes), bits, IpFilterRuleType.ACCEPT);
    } catch (NullPointerException | IllegalArgumentException | UnknownHostException wrong) {
      throw new IllegalArgumentException(
          "HOTLINE_GATEWAY_TRUSTED_PROXIES: "
              + text
              + " 不是 IP 地址或网段 is no address or network, such as 10.0.0.9 or 10.0.0.0/24",
          wrong);
    }
  }

  /**
   * The client's address: read from the nearest hop on, the first that is no trusted proxy. What
   * stands before it the client may have invented.
   *
   * @param connected the address of whoever connects to the gateway
   * @param forwardedFor what it says in {@code X-Forwarded-For}; null for nothing
   */
  String client(String connected, String forwardedFor) {
    String client = connected;
    String[] hops = forwardedFor == null ? new String[0] : forwardedFor.split(",");
    for (int i = hops.length - 1; i >= 0 && trusts(client); i--) {
      String hop = hops[i].strip();
      if (NetUtil.createByteArrayFromIpAddressString(hop) == null) {
        break;
      }
      client = hop;
    }
    return client;
  }

  private boolean trusts(String address) {
    byte[] bytes = networks.isEmpty() ? null : NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      return false;
    }
    try {
      InetSocketAddress at = new InetSocketAddress(InetAddress.getByAddress(bytes), 0);
      return networks.stream().anyMatch(network -> network.matches(at));
    } catch (UnknownHostException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }
}
