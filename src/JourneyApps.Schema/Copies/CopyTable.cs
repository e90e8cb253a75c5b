using JourneyApps.Schema.Copies;

namespace JourneyApps.Schema;

/// <summary>The table of a copy that holds the objects of one model. Equal if the names and columns are.</summary>
/// <remarks>The table depends on its model alone: another model never changes it.</remarks>
/// <param name="Model">The name of the model in the schema.</param>
/// <param name="Name">The name of the table; at most 63 bytes in UTF-8.</param>
/// <param name="Columns">The columns in their fixed order: id, time of the last change, display text, fields, links, and those that a copy
/// adds.</param>
/// <example>
/// <code>
/// foreach (CopyColumn column in CopyTable.Of(model).Columns) Console.WriteLine($"{column.Name} {column.Kind}");
/// </code>
/// </example>
public sealed record CopyTable(string Model, string Name, IReadOnlyList<CopyColumn> Columns)
{
    /// <summary>The columns in their fixed order: id, time of the last change, display text, fields, links, and those that a copy
    /// adds.</summary>
    public IReadOnlyList<CopyColumn> Columns { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(Columns);

    /// <summary>The name of the table with earlier versions of the objects.</summary>
    public string HistoryName => CopyNames.Shorten("_" + CopyNames.Table(Model) + "_history");

    /// <summary>The name of the view with the id and the labels of the object's choices.</summary>
    public string LabelsName => CopyNames.Shorten("_" + CopyNames.Table(Model) + "_labels");

    /// <summary>The table for a model.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is <see langword="null"/>.</exception>
    public static CopyTable Of(Model model)
    {
        _ = model ?? throw new ArgumentNullException(nameof(model));
        return new(model.Name, CopyNames.Shorten(CopyNames.Table(model.Name)), new CopyColumns(model).Build());
    }

    /// <summary>Whether the data model names a member of an object's JSON. The other members are kept in
    /// <see cref="CopyNames.Other"/>.</summary>
    /// <param name="member">The name of the member.</param>
    public bool NamesMember(string member)
    {
        // The table represents the type.
        if (member == "type") return true;
        foreach (CopyColumn column in Columns.AsSpan())
        {
            if (column.Member == member) return true;
        }

        return false;
    }
}
