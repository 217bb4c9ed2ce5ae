import io.github.cdknaclchangemonitor.NaclChangeMonitor;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;

/** The chain as one construct. */
public class Monitored {
  public static void main(String[] args) {
    App app = new App();
    Stack stack = new Stack(app, "Security");
    NaclChangeMonitor.Builder.create(stack, "NaclChanges")
        .subscriptions(List.of(new EmailSubscription("security@example.com")))
        .build();
    app.synth();
  }
}
