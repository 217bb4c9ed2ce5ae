package app

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
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
		Report    any
	}
	Errors map[string]string
}

func TestMain(main *testing.M) {
	read(os.Getenv("EXPECTED"), &expected)
	os.Exit(main.Run())
}

func TestThereAreNoCasesButThoseOfTypeScript(t *testing.T) {
	compare(t, slices.Sorted(maps.Keys(cases)), slices.Sorted(maps.Keys(expected.Cases)))
	compare(t, slices.Sorted(maps.Keys(mistakes)), slices.Sorted(maps.Keys(expected.Errors)))
}

func TestSynthesizesWhatTypeScriptDoes(t *testing.T) {
	for name, build := range cases {
		t.Run(name, func(t *testing.T) {
			outdir := t.TempDir()
			app := awscdk.NewApp(&awscdk.AppProps{Outdir: jsii.String(outdir)})
			build(app)
			templates := map[string]any{}
			messages := []string{}
			for _, stack := range *app.Synth(nil).Stacks() {
				var template any
				read(*stack.TemplateFullPath(), &template)
				templates[*stack.StackName()] = template
				for _, message := range *stack.Messages() {
					messages = append(messages, fmt.Sprintf("%s %s %v", *message.Id, message.Level, message.Entry.Data))
				}
			}
			slices.Sort(messages)

			want := expected.Cases[name]
			compare(t, templates, want.Templates)
			compare(t, messages, want.Messages)
			compare(t, reportIn(outdir), want.Report)
		})
	}
}

// Our sentences name properties as Go writes them.
var inGo = strings.NewReplacer("pass subscriptions", "pass Subscriptions", "or a topic", "or a Topic")

func TestAnErrorIsAPanicWithOurSentence(t *testing.T) {
	for name, build := range mistakes {
		t.Run(name, func(t *testing.T) {
			defer func() {
				want := inGo.Replace(expected.Errors[name])
				if said := fmt.Sprint(recover()); !strings.Contains(said, want) {
					t.Errorf("%q does not say %q", said, want)
				}
			}()
			build(awscdk.NewApp(nil))
		})
	}
}

func compare[T any](t *testing.T, got T, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%v\nand TypeScript\n%v", got, want)
	}
}

// What a plug-in reported; nothing where there is none.
func reportIn(outdir string) any {
	file := filepath.Join(outdir, "validation-report.json")
	if _, err := os.Stat(file); os.IsNotExist(err) {
		return nil
	}
	var report any
	read(file, &report)
	return withoutStackTraces(report)
}

// Without lines of the app, which differ between languages as its files do.
func withoutStackTraces(parsed any) any {
	switch value := parsed.(type) {
	case map[string]any:
		delete(value, "stackTraces")
		for _, part := range value {
			withoutStackTraces(part)
		}
	case []any:
		for _, part := range value {
			withoutStackTraces(part)
		}
	}
	return parsed
}

func read(file string, into any) {
	content, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(content, into)
	}
	if err != nil {
		panic(err)
	}
}
