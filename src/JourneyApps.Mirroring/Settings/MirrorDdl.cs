namespace JourneyApps.Mirroring;

/// <summary>Which changes of tables a mirror makes on its own when the data model changes.</summary>
public enum MirrorDdl
{
    /// <summary>It creates tables, columns and indexes, and renames a column whose field has another type. It never drops
    /// anything.</summary>
    Additive,

    /// <summary>It changes no table and needs no right to do so: you run the SQL of <c>plan</c>. While a statement is missing, the mirror
    /// waits and says which one.</summary>
    None,

    /// <summary>As <see cref="Additive"/>, and it also drops what the data model no longer has, unless a view uses it. The data is
    /// lost.</summary>
    All,
}
