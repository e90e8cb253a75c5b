using JourneyApps.Emulator.Hosting;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Reading;
using JourneyApps.Emulator.Storage;
using JourneyApps.Emulator.Writing;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>A request on its way through an endpoint. It sees one schema throughout, also when a new one comes meanwhile.</summary>
internal sealed class ApiCall(Deployment deployment, ApiRequest request, Route route)
{
    public Deployment Deployment => deployment;

    public ApiRequest Request => request;

    public Route Route => route;

    /// <summary>What is to go wrong inside the request; <see langword="null"/> for nothing.</summary>
    public Fault? Fault { get; init; }

    public Assumptions Assumptions => deployment.Assumptions;

    public ServedSchema Schema { get; } = deployment.Schema;

    public QueryParameters Parameters { get; } = QueryParameters.Parse(request.QueryString);

    /// <summary>The model that the URL names.</summary>
    /// <exception cref="ApiException">There is no such model.</exception>
    public ServedModel Model() =>
        Schema.FindInUrl(route.Model, Assumptions) ?? throw new ApiException(ApiError.UnknownModel(route.Model, Assumptions.UnknownModelErrorType));

    public Task<T> ReadAsync<T>(Func<DatabaseSession, T> read) => deployment.Database.ReadAsync(read, request.Aborted);

    public Task<T> WriteAsync<T>(RequestBody? body, Func<ObjectWriter, DatabaseSession, T> write) => deployment.WriteAsync(Schema, body, write, request.Aborted);

    public Task<RequestBody> BodyAsync() => RequestBodyReader.ReadAsync(request, Schema.UploadNames, deployment.Options.MaxBodyBytes);

    /// <summary>What writes the objects of the answer.</summary>
    public ObjectRenderer Renderer(DatabaseSession session, bool isWrite, IReadOnlyCollection<string>? embedded = null)
    {
        bool showNulls = Assumptions.NullMembers == NullMembers.Always || (isWrite && Assumptions.NullMembers == NullMembers.InWrites);
        return new(session, new RelatedObjects(session, Schema), deployment.Media, Assumptions, showNulls) { Embedded = embedded ?? [] };
    }
}
