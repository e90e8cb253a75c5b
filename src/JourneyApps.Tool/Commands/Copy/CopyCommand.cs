using System.Globalization;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Files;
using JourneyApps.Tool.Objects;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Copy;

/// <summary><c>journeyapps copy</c>: copies objects from one deployment to another.</summary>
internal static class CopyCommand
{
    public static Command Create(Terminal terminal)
    {
        SideOptions from = new("from");
        SideOptions to = new("to");
        ModelArguments models = new("copy");
        Option<bool> noFiles = new("--no-files") { Description = "Leave out photos, signatures and attachments." };
        Option<string> progress = new("--progress")
        {
            Description = "The file that stores the progress of the copy.",
            DefaultValueFactory = _ => "journeyapps-copy.progress",
        };
        Option<bool> restart = new("--restart") { Description = "Start from the beginning instead of resuming an interrupted copy." };
        Option<string[]> allowedHosts = new("--allow-host")
        {
            Description = "A host outside journeyapps.com to which a token may be sent. Can be repeated.",
        };
        ToolCommand command = new(
            "copy",
            "Copies objects with their ids and files to another deployment. Objects that exist there are left unchanged. "
                + "An interrupted copy resumes.",
            "journeyapps copy --from https://production… --from-token-file p.token --to https://testing… --to-token-file t.token",
            "journeyapps copy job site --from https://production… --to https://testing… --no-files")
        {
            noFiles, progress, restart,
        };
        models.AddTo(command);
        from.AddTo(command);
        to.AddTo(command);
        command.Add(allowedHosts);
        command.SetAction((parsed, cancellationToken) =>
        {
            string[] hosts = parsed.GetValue(allowedHosts) ?? [];
            CopySettings settings = new(
                from.Resolve(parsed, hosts, terminal), to.Resolve(parsed, hosts, terminal), models.Read(parsed),
                !parsed.GetValue(noFiles), parsed.GetRequiredValue(progress), parsed.GetValue(restart));
            if (settings.From.BaseAddress == settings.To.BaseAddress)
                throw new ToolException("--from and --to are the same deployment.", ExitCode.Usage);
            return RunAsync(terminal, settings, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, CopySettings settings, CancellationToken cancellationToken)
    {
        using JourneyClient source = new(settings.From);
        using JourneyClient target = new(settings.To);
        DataModel from = await source.Deployment.GetDataModelAsync(cancellationToken);
        DataModel to = await target.Deployment.GetDataModelAsync(cancellationToken);
        Model[] models = ModelName.FindAll(from, settings.Models);
        foreach (Model model in models)
        {
            Check(model, to);
            Column.WarnOfHidden(model, terminal);
        }

        List<CopyStep> steps = CopyStep.For(models);
        CopyProgress state = Begin(terminal, settings, steps);
        ObjectCopy copy = new(source, target, terminal, settings);
        try
        {
            for (int i = state.Step; i < steps.Count; i++)
            {
                CopyStep step = steps[i];
                string name = step.SetsLinks ? $"{step.Model.Name} (links)" : step.Model.Name;
                long before = state.Counts.Total;
                int total = await source.Objects(step.Model.Name).All().CountAsync(cancellationToken);
                CopyProgress start = state with { Step = i };
                state = await ProgressMeter.RunAsync(
                    terminal, name, total, meter => copy.RunAsync(step, start, meter, cancellationToken));
                if (!step.SetsLinks) terminal.WriteMessage($"{name}: {Plural.Of(state.Counts.Total - before, "object")}");
            }

            File.Delete(settings.ProgressFile);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw ToolException.Resumable();
        }

        CopyCounts counts = state.Counts;
        string files = settings.WithFiles
            ? $" {Plural.Of(counts.Files, "file")}, {Plural.Of(counts.MissingFiles, "file")} not available." : "";
        terminal.WriteMessage(string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Created:N0} created, {counts.Existing:N0} already existed, {counts.Rejected:N0} rejected.{files}"));
        return counts.Rejected + counts.MissingFiles > 0 ? ExitCode.Found : ExitCode.Success;
    }

    private static CopyProgress Begin(Terminal terminal, CopySettings settings, List<CopyStep> steps)
    {
        OwnFile.Check(settings.ProgressFile);
        CopyProgress start = new(
            settings.From.BaseAddress!.AbsoluteUri, settings.To.BaseAddress!.AbsoluteUri,
            string.Join(',', steps.Select(step => step.Model.Name)), settings.WithFiles, 0, "", CopyCounts.None);
        if (settings.Restart || !File.Exists(settings.ProgressFile)) return start;
        var saved = ProgressFile.Read<CopyProgress>(settings.ProgressFile);
        if (saved is null || !saved.CanResume(start) || saved.Step > steps.Count)
        {
            throw new ToolException(
                $"'{settings.ProgressFile}' is of a copy with other settings. To start from the beginning, add --restart.", ExitCode.Usage);
        }

        terminal.WriteMessage($"resuming after {Plural.Of(saved.Counts.Total, "object")}");
        return saved;
    }

    // A value of a field that the target does not have, or has with another type, would be lost.
    private static void Check(Model model, DataModel to)
    {
        if (to.FindModel(model.Name) is not { } other) throw new ToolException($"the target has no model '{model.Name}'.");
        foreach (Field field in model.Fields)
        {
            Field? same = other.Fields.FirstOrDefault(candidate => candidate.Name == field.Name);
            if (same is null) throw new ToolException($"the target has no field '{model.Name}.{field.Name}'.");
            if (same.Type != field.Type)
            {
                throw new ToolException(
                    $"the field '{model.Name}.{field.Name}' is {TypeWord.Of(field)} in the source and {TypeWord.Of(same)} in the target.");
            }
        }

        foreach (BelongsTo link in model.BelongsTo)
        {
            if (other.BelongsTo.All(candidate => candidate.Name != link.Name))
                throw new ToolException($"the target has no relationship '{model.Name}.{link.Name}'.");
        }
    }
}
