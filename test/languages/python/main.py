"""`python main.py default`: one case, into the folder that CDK_OUTDIR names."""

import sys

from aws_cdk import App
from cases import CASES

app = App()
CASES[sys.argv[1]](app)
app.synth()
