namespace JourneyApps.Tool.Commands.Copy;

/// <summary>A part of a copy.</summary>
/// <param name="Model">The model.</param>
/// <param name="Deferred">The keys of the belongs-to whose objects may not exist yet when the object is created.</param>
/// <param name="SetsLinks">Whether the step sets these keys in objects that an earlier step created.</param>
internal sealed record CopyStep(Model Model, IReadOnlyList<string> Deferred, bool SetsLinks)
{
    /// <summary>The steps for models: first objects to which others belong. Where models belong to each other, or to themselves, links are
    /// set in a second step.</summary>
    public static List<CopyStep> For(IReadOnlyList<Model> models)
    {
        List<Model> ordered = [];
        HashSet<string> visited = [];
        foreach (Model model in models) Visit(model);

        List<CopyStep> steps = [];
        for (int i = 0; i < ordered.Count; i++)
        {
            HashSet<string> later = [.. ordered.Skip(i).Select(model => model.Name)];
            string[] deferred = [.. ordered[i].BelongsTo.Where(link => later.Contains(link.Model)).Select(link => link.Name + "_id")];
            steps.Add(new CopyStep(ordered[i], deferred, SetsLinks: false));
        }

        steps.AddRange(steps.Where(step => step.Deferred.Count > 0).Select(step => step with { SetsLinks = true }).ToList());
        return steps;

        void Visit(Model model)
        {
            if (!visited.Add(model.Name)) return;
            foreach (BelongsTo link in model.BelongsTo)
            {
                if (models.FirstOrDefault(other => other.Name == link.Model) is { } other) Visit(other);
            }

            ordered.Add(model);
        }
    }
}
