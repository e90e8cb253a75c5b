using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Tests;

/// <summary>The page of the options is the help of all commands. After a change: <c>UPDATE_GOLDEN=1</c>, and read the difference.</summary>
public sealed partial class OptionsPageTests
{
    private static readonly string Page = Path.Combine(
        typeof(OptionsPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepoRoot").Value!,
        "docs", "tool-options.md");

    [Fact]
    public void The_page_lists_every_option_of_every_command()
    {
        string expected = Text();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(Page, expected);

        Assert.Equal(expected, File.ReadAllText(Page));
    }

    [Fact]
    public async Task The_page_has_what_the_help_of_each_command_prints()
    {
        using TempFolder folder = new();
        string page = await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken);
        int options = 0;
        foreach (Command command in Commands(Root()))
        {
            string[] words = [.. WordsOf(command)];
            ToolRun help = await InProcess.RunAsync("", [.. words, "--help"]);
            string section = page[page.IndexOf($"## `journeyapps {string.Join(' ', words)}`\n", StringComparison.Ordinal)..];
            int end = section.IndexOf("\n## ", StringComparison.Ordinal);
            foreach (Match option in OptionOfHelp().Matches(help.Out))
            {
                options++;
                Assert.Contains($"`{option.Groups["name"].Value}`", end < 0 ? section : section[..end], StringComparison.Ordinal);
            }
        }

        Assert.True(options > 100, $"{options} options");
    }

    private static string Text()
    {
        StringBuilder text = new("""
            # Options of the `journeyapps` command

            All options of all commands, as `journeyapps <command> --help` prints them. [The `journeyapps` command](tool.md) describes the commands.

            """);
        foreach (Command command in Commands(Root()))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## `journeyapps {string.Join(' ', WordsOf(command))}`\n\n{command.Description}\n\n| option | effect |\n|---|---|\n");
            foreach (Argument argument in command.Arguments.Where(argument => !argument.Hidden))
                text.Append(CultureInfo.InvariantCulture, $"| `<{argument.Name}>` | {Cell(argument.Description)} |\n");
            foreach (Option option in command.Options.Where(option => option is not HelpOption && !option.Hidden))
            {
                string names = string.Join(", ", option.Aliases.Prepend(option.Name).Select(name => $"`{name}`"));
                text.Append(CultureInfo.InvariantCulture, $"| {names} | {Cell(option.Description)}{DefaultOf(option)} |\n");
            }
        }

        return text.ToString();
    }

    // The help prints the values that the descriptions do not mention.
    private static string DefaultOf(Option option)
        => option.HasDefaultValue && !option.Description!.Contains("Default:", StringComparison.Ordinal) && option.GetDefaultValue() is { } value and not false
            ? $" Default: {(value is Enum ? value.ToString()!.ToLowerInvariant() : value)}."
            : "";

    private static string Cell(string? description) => description!.Replace("|", "\\|", StringComparison.Ordinal);

    private static RootCommand Root()
        => ToolApp.CreateRoot(new Terminal(TextWriter.Null, TextWriter.Null, TextReader.Null, ErrorIsTerminal: false, OutIsTerminal: false));

    private static IEnumerable<Command> Commands(Command command)
        => command.Subcommands.SelectMany(child => Commands(child).Prepend(child));

    private static IEnumerable<string> WordsOf(Command command)
        => command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand
            ? WordsOf(parent).Append(command.Name) : [command.Name];

    [GeneratedRegex("^  (-\\w, )?(?<name>--(?!help)[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex OptionOfHelp();
}
