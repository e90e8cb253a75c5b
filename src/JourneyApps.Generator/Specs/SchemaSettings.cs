namespace JourneyApps.Generator.Specs;

/// <summary>The project's settings for the code of one schema.</summary>
/// <param name="Namespace">The namespace, valid and without a leading <c>global::</c>.</param>
/// <param name="Client">The name of the client class.</param>
/// <param name="IsInternal">Whether the generated types are internal.</param>
/// <param name="GlobalUsings">Whether the client's file adds global usings for the namespaces.</param>
/// <param name="NotifiesChanges">Whether the models implement <c>INotifyPropertyChanged</c>.</param>
/// <param name="Rows">Whether each model also has a record for its rows in a copy.</param>
/// <param name="GeneratesEndpoints">Whether ASP.NET Core's generator writes the project's minimal APIs.</param>
internal sealed record SchemaSettings(
    string Namespace, string Client, bool IsInternal, bool GlobalUsings, bool NotifiesChanges, bool Rows, bool GeneratesEndpoints)
{
    /// <summary>The accessibility of the generated types, as a C# keyword.</summary>
    public string Accessibility => IsInternal ? "internal" : "public";
}
