namespace JourneyApps.Schema;

/// <summary>Finds the models that cannot have a table in a copy, because databases ignore case in names.</summary>
public static class CopyProblems
{
    /// <summary>The problems of a data model in the order of its models; empty if every model can be copied.</summary>
    /// <param name="dataModel">The data model.</param>
    /// <exception cref="ArgumentNullException"><paramref name="dataModel"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<CopyProblem> Of(DataModel dataModel)
    {
        _ = dataModel ?? throw new ArgumentNullException(nameof(dataModel));
        var tables = dataModel.Models.ToLookup(static model => CopyTable.Of(model).Name, StringComparer.OrdinalIgnoreCase);
        var problems = new List<CopyProblem>();
        foreach (Model model in dataModel.Models.AsSpan())
        {
            var table = CopyTable.Of(model);
            foreach (Model twin in tables[table.Name])
            {
                if (twin.Name == model.Name) continue;
                problems.Add(new(model.Name, $"The models '{model.Name}' and '{twin.Name}' differ only in case, which most databases "
                    + "ignore in the names of tables. Rename one of them in the schema, or leave both out of the copy."));
            }

            AddColumns(problems, table);
        }

        return EquatableArray.ListOf(problems.ToArray());
    }

    private static void AddColumns(List<CopyProblem> problems, CopyTable table)
    {
        var names = new Dictionary<string, CopyColumn>(StringComparer.OrdinalIgnoreCase);
        foreach (CopyColumn column in table.Columns.AsSpan())
        {
            if (!names.TryGetValue(column.Name, out CopyColumn? first))
            {
                names[column.Name] = column;
                continue;
            }

            problems.Add(new(table.Model, $"The columns '{first.Name}' and '{column.Name}' of the model '{table.Model}' differ only in "
                + "case, which most databases ignore in the names of columns. Rename the field or relationship "
                + $"'{column.Element ?? first.Element}' in the schema, or leave the model out of the copy."));
        }
    }
}
