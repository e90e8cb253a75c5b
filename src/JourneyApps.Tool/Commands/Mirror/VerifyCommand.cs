using System.Globalization;
using JourneyApps.Mirroring;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Mirror;

/// <summary><c>journeyapps mirror verify</c>: compares a copy with its deployment.</summary>
internal static class VerifyCommand
{
    private const int MaxPrinted = 100;

    public static Command Create(Terminal terminal)
    {
        TargetOptions target = new();
        AccessOptions access = new();
        Option<bool> json = new("--json") { Description = "Print the result as JSON, with up to 10,000 differences." };
        ToolCommand command = new(
            "verify",
            "Compares every value of a copy with the deployment, except display texts. Run it while the mirror runs, or right after it was "
                + "up to date. Exits with code 1 when they differ.",
            "journeyapps mirror verify --to sqlite:copy.db")
        {
            json,
        };
        target.AddTo(command);
        access.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal, target.ResolveExisting(parsed, terminal), access.Resolve(parsed, terminal), parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, MirrorDatabase database, JourneyAppOptions access, bool json, CancellationToken cancellationToken)
    {
        using JourneyClient client = new(access);
        DatabaseMirror mirror = new(client, database);
        MirrorVerification result = await Sql.RunAsync(terminal, () => ProgressMeter.RunAsync(
            terminal, "compared", null, meter => mirror.VerifyAsync(new ComparedObjects(meter), cancellationToken)));
        if (json)
        {
            terminal.Out.WriteLine(JsonOutput.Serialize(result));
        }
        else
        {
            foreach (MirrorDifference difference in result.Differences.Take(MaxPrinted)) terminal.Out.WriteLine(LineOf(difference));
        }

        string problems = result.Problems == 0 ? "" : $" {Plural.Of(result.Problems, "value")} not compared, because they do not fit.";
        terminal.WriteMessage(
            $"{Plural.Of(result.Objects, "object")} compared, {Plural.Of(result.DifferenceCount, "difference")}.{problems}");
        return result.IsEqual ? ExitCode.Success : ExitCode.Found;
    }

    private static string LineOf(MirrorDifference difference) => SafeText.Line(difference.Kind switch
    {
        MirrorDifferenceKind.MissingRow => $"{difference.Model} {difference.Id}: the row is missing",
        MirrorDifferenceKind.SurplusRow => $"{difference.Model} {difference.Id}: the deployment has no such object",
        MirrorDifferenceKind.Value => string.Create(
            CultureInfo.InvariantCulture,
            $"{difference.Model} {difference.Id} {difference.Column}: "
                + $"{difference.Expected ?? "null"}, in the copy {difference.Found ?? "null"}"),
    });

    private sealed class ComparedObjects(ProgressMeter meter) : IProgress<DatabaseMirrorProgress>
    {
        private long _objects;

        public void Report(DatabaseMirrorProgress value) => meter.Report(Interlocked.Add(ref _objects, value.Objects));
    }
}
