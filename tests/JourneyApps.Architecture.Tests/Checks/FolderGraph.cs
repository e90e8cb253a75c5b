namespace JourneyApps.Architecture.Tests;

/// <summary>Which folders use which, by the references of their types.</summary>
internal sealed class FolderGraph(IEnumerable<Reference> references)
{
    private readonly Dictionary<string, List<Reference>> _byFolder = references
        .Where(reference => reference.From.Folder != reference.To.Folder)
        .GroupBy(reference => reference.From.Folder)
        .ToDictionary(group => group.Key, group => group.ToList());

    public IEnumerable<Reference> Between(string from, string to)
        => _byFolder.GetValueOrDefault(from, []).Where(reference => reference.To.Folder == to);

    /// <summary>The groups of folders that reach each other.</summary>
    public IReadOnlyList<string[]> Cycles()
    {
        string[] folders = [.. _byFolder.Values.SelectMany(list => list).SelectMany(r => new[] { r.From.Folder, r.To.Folder }).Distinct()
            .Order()];
        Dictionary<string, HashSet<string>> reached = folders.ToDictionary(folder => folder, Reach);
        return
        [
            .. folders.Where(folder => reached[folder].Contains(folder))
                .GroupBy(folder => string.Join(' ', reached[folder].Where(other => reached[other].Contains(folder)).Order()))
                .Select(group => group.ToArray()),
        ];
    }

    private HashSet<string> Reach(string folder)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>([folder]);
        while (next.TryPop(out string? current))
        {
            foreach (Reference reference in _byFolder.GetValueOrDefault(current, []))
            {
                if (reached.Add(reference.To.Folder)) next.Push(reference.To.Folder);
            }
        }

        return reached;
    }
}
