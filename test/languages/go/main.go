// `app default`: one case, into the folder that CDK_OUTDIR names.
package main

import (
	"os"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	cases[os.Args[1]](app)
	app.Synth(nil)
}
