package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"
)

// What TypeScript came to.
var expected struct {
	Cases map[string]struct {
		Templates map[string]any
		Messages  []string
	}
	Error string
}

func TestMain(main *testing.M) {
	if err := json.Unmarshal(read(os.Getenv("EXPECTED")), &expected); err != nil {
		panic(err)
	}
	os.Exit(main.Run())
}

func TestThereAreNoCasesButThoseOfTypeScript(t *testing.T) {
	got, want := slices.Sorted(maps.Keys(cases)), slices.Sorted(maps.Keys(expected.Cases))
	if !slices.Equal(got, want) {
		t.Errorf("%v, and TypeScript has %v", got, want)
	}
}

func TestSynthesizesWhatTypeScriptDoes(t *testing.T) {
	for name, build := range cases {
		t.Run(name, func(t *testing.T) {
			app := awscdk.NewApp(&awscdk.AppProps{Outdir: jsii.String(t.TempDir())})
			build(app)
			templates := map[string]any{}
			messages := []string{}
			for _, stack := range *app.Synth(nil).Stacks() {
				var template any
				if err := json.Unmarshal(read(*stack.TemplateFullPath()), &template); err != nil {
					t.Fatal(err)
				}
				templates[*stack.StackName()] = template
				for _, message := range *stack.Messages() {
					messages = append(messages, fmt.Sprintf("%s %s %v", *message.Id, message.Level, message.Entry.Data))
				}
			}
			slices.Sort(messages)

			if want := expected.Cases[name].Templates; !reflect.DeepEqual(templates, want) {
				t.Errorf("synthesized\n%v\nand TypeScript\n%v", templates, want)
			}
			if want := expected.Cases[name].Messages; !slices.Equal(messages, want) {
				t.Errorf("said\n%q\nand TypeScript\n%q", messages, want)
			}
		})
	}
}

func TestAnErrorIsAPanicWithOurSentence(t *testing.T) {
	defer func() {
		if said := fmt.Sprint(recover()); !strings.Contains(said, expected.Error) {
			t.Errorf("%q does not say %q", said, expected.Error)
		}
	}()
	nobodyIsTold(awscdk.NewApp(nil))
}

func read(file string) []byte {
	content, err := os.ReadFile(file)
	if err != nil {
		panic(err)
	}
	return content
}
