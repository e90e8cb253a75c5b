using JourneyApps.Generator.Specs;

namespace JourneyApps.Generator.Emission;

/// <summary>Writes the client of a schema.</summary>
internal static class ClientEmitter
{
    private const string RuntimeNamespace = "JourneyApps";

    /// <summary>The text of the client's file.</summary>
    public static string Emit(ClientSpec client, CancellationToken cancellation)
    {
        using var writer = new CodeWriter(cancellation);
        FileHeader.Marks(writer);
        GlobalUsings(writer, client);
        FileHeader.AliasesAndNamespace(writer, client.Settings.Namespace);
        string name = client.Settings.Client;
        writer.Line("/// <summary>The client of the app's Backend API.</summary>");
        writer.Line(FileHeader.GeneratedCode);
        writer.Line(client.Settings.Accessibility, " partial class ", name, " : _j.JourneyClient");
        writer.Open();
        Construction(writer, name);
        Schema(writer, client);
        foreach (SetSpec set in client.Sets) Set(writer, set);
        MirrorEmitter.Emit(writer, client);
        writer.Close();
        return writer.ToString();
    }

    // The models' namespace alone: the runtime's is a Using item of the package, which other source generators see too.
    private static void GlobalUsings(CodeWriter writer, ClientSpec client)
    {
        if (!client.Settings.GlobalUsings) return;
        if (client.Settings.Namespace == RuntimeNamespace || client.Sets.Count == 0) return;
        writer.Line("global using global::", FileHeader.EscapeNamespace(client.Settings.Namespace), ";");
    }

    private static void Construction(CodeWriter writer, string name)
    {
        writer.Line("/// <summary>A client with its own connections.</summary>");
        writer.Line("/// <param name=\"options\">The deployment and the credential.</param>");
        writer.Line("public ", name, "(_j.JourneyAppOptions options) : base(options, _schema) { }");
        writer.Line("/// <summary>A client with the caller's connections.</summary>");
        writer.Line("/// <param name=\"options\">The deployment and the credential.</param>");
        writer.Line("/// <param name=\"httpClient\">The connections; not disposed by the client.</param>");
        writer.Part("public ", name, "(_j.JourneyAppOptions options, global::System.Net.Http.HttpClient httpClient)");
        writer.Line(" : base(options, httpClient, _schema) { }");
        writer.Line("/// <summary>For mocks in tests.</summary>");
        writer.Line("protected ", name, "() { }");
        writer.Line();
    }

    // One statement per model instead of one chain of calls: a chain of a thousand calls is a thousand levels deep for the compiler.
    private static void Schema(CodeWriter writer, ClientSpec client)
    {
        writer.Line("static readonly _p.SchemaInfo _schema = _newSchema();");
        writer.Line("static _p.SchemaInfo _newSchema()");
        writer.Open();
        // The name of a model in the schema needs no escaping. Any other name has no effect.
        bool knowsUsers = client.Sets.Any(set => set.SchemaName == client.AppUserModel);
        if (knowsUsers) writer.Line("var s = new _p.SchemaInfo(\"", client.AppUserModel!, "\");");
        else writer.Line("var s = new _p.SchemaInfo();");
        foreach (SetSpec set in client.Sets) writer.Line("s.Add<", set.Class, ">(\"", set.SchemaName, "\");");
        writer.Line("return s;");
        writer.Close();
    }

    private static void Set(CodeWriter writer, SetSpec set)
    {
        writer.Line();
        writer.Line(set.Set, "? _", set.Property, ";");
        writer.Line("/// <summary>All objects of <see cref=\"", set.Class, "\"/> (<c>", set.SchemaName, "</c>).</summary>");
        writer.Line("public virtual ", set.Set, " ", set.Property, " => _", set.Property, " ??= new(Context);");
    }
}
