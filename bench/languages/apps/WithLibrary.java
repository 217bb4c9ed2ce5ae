import io.github.cdknaclchangemonitor.NaclChangeMonitor;

/** The chain by hand, with nothing of the library but its pattern: what loading it costs. */
public class WithLibrary {
  public static void main(String[] args) {
    ByHand.synthesize(NaclChangeMonitor.FILTER_PATTERN);
  }
}
