package app;

import software.amazon.awscdk.App;

/** {@code Main default}: one case, into the folder that CDK_OUTDIR names. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    App app = new App();
    Cases.CASES.get(args[0]).accept(app);
    app.synth();
  }
}
