using JourneyApps.Mirroring;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Mirror;

/// <summary>The options that describe a copy.</summary>
internal sealed class CopyOptions
{
    private readonly Option<string[]> _models = new("--models", "-m")
    {
        Description = "The models to copy, separated by commas. They are loaded in this order.",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Copy all models, including those that are added later." };

    private readonly Option<MirrorDdl> _ddl = WordOption.Create(
        "--ddl",
        "Which changes of tables are made: additive (nothing is dropped), none (you run the SQL of 'mirror plan'), or all (what the data "
            + "model no longer has is dropped).",
        MirrorDdl.Additive);

    private readonly Option<DeleteHandling> _deletes = WordOption.Create(
        "--deletes", "What happens to the rows of deleted objects: delete, or mark (the time is in _deleted_at).", DeleteHandling.Delete);

    private readonly Option<string[]> _history = new("--history")
    {
        Description = "Models of which every change is kept in a table of versions, separated by commas.",
    };

    private readonly Option<string> _files = new("--files")
    {
        Description = "A folder for the files of photos, signatures and attachments. Default: only their ids and states are stored.",
    };

    public void AddTo(Command command)
    {
        command.Add(_models);
        command.Add(_all);
        command.Add(_ddl);
        command.Add(_deletes);
        command.Add(_history);
        command.Add(_files);
    }

    /// <summary>The options of the copy.</summary>
    /// <exception cref="ToolException">The models are missing, or contradict each other.</exception>
    public DatabaseMirrorOptions Read(ParseResult parsed)
    {
        string[] models = Names(parsed.GetValue(_models));
        bool all = parsed.GetValue(_all);
        if (all == models.Length > 0) throw new ToolException("use either --models or --all.", ExitCode.Usage);
        string[] history = Names(parsed.GetValue(_history));
        if (!all && history.FirstOrDefault(name => !models.Contains(name)) is { } other)
            throw new ToolException($"--history names '{other}', which is not one of --models.", ExitCode.Usage);
        if (parsed.GetValue(_files) is { } files && File.Exists(files))
            throw new ToolException($"--files '{files}' is a file; name a folder.", ExitCode.Usage);
        return new DatabaseMirrorOptions
        {
            Models = all ? null : models,
            Ddl = parsed.GetValue(_ddl),
            MarkDeletes = parsed.GetValue(_deletes) == DeleteHandling.Mark,
            History = history,
            Files = parsed.GetValue(_files) is { } folder ? new MirrorFileOptions(folder) : null,
        };
    }

    /// <summary>Checks that the deployment has the models.</summary>
    /// <exception cref="ToolException">It does not have one of them.</exception>
    public static void Check(DatabaseMirrorOptions options, DataModel dataModel)
    {
        foreach (string name in (options.Models ?? []).Concat(options.History)) ModelName.Find(dataModel, name);
    }

    /// <summary>The names of a list that is separated by commas.</summary>
    public static string[] Names(string[]? values)
    {
        const StringSplitOptions Words = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        return [.. (values ?? []).SelectMany(static value => value.Split(',', Words)).Distinct()];
    }
}
