using JourneyApps.Emulator.Deployments;
using JourneyApps.Emulator.Reading;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>A request to an endpoint. It uses one schema, even if the schema is replaced during the request.</summary>
internal sealed class ApiCall(Deployment deployment, ApiRequest request, RouteMatch match)
{
    public Deployment Deployment => deployment;

    public ApiRequest Request => request;

    /// <summary>The fault to apply inside the request; <see langword="null"/> for none.</summary>
    public Fault? Fault { get; init; }

    public Assumptions Assumptions => deployment.Assumptions;

    public ServedSchema Schema { get; } = deployment.Schema;

    public QueryParameters Parameters { get; } = QueryParameters.Parse(request.QueryString);

    /// <summary>The object's or user's id in the URL.</summary>
    public string Id => match.Values["id"];

    /// <summary>The session's id in the URL.</summary>
    public string SessionId => match.Values["session"];

    /// <summary>The model that the URL names.</summary>
    /// <exception cref="ApiException">There is no such model.</exception>
    public ServedModel Model()
        => Schema.FindInUrl(match.Model, Assumptions)
            ?? throw new ApiException(ApiError.UnknownModel(match.Model, Assumptions.UnknownModelErrorType));

    /// <summary>Calls the handler of the route.</summary>
    public Task<ApiResponse> HandleAsync() => match.Route.HandleAsync(this);

    public Task<T> ReadAsync<T>(Func<DatabaseSession, T> read) => deployment.Database.ReadAsync(read, request.Aborted);

    public Task<T> WriteAsync<T>(RequestBody? body, Func<ObjectWriter, DatabaseSession, T> write)
        => deployment.WriteAsync(Schema, body, write, request.Aborted);

    public Task<RequestBody> BodyAsync()
        => RequestBody.ReadAsync(request, Schema.UploadNames, deployment.Options.MaxBodyBytes, deployment.Options.AcceptForms);

    /// <summary>Creates the writer of the response's objects.</summary>
    public ObjectRenderer Renderer(DatabaseSession session, bool isWrite, IReadOnlyCollection<string>? embedded = null)
    {
        bool showNulls = Assumptions.NullMembers == NullMembers.Always || (isWrite && Assumptions.NullMembers == NullMembers.InWrites);
        return new(session, new RelatedObjects(session, Schema), deployment.Media, Assumptions, showNulls) { Embedded = embedded ?? [] };
    }
}
