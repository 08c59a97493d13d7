import { Title } from '@mantine/core';
import { useCase } from '../api/case.js';
import { Failure, Loading } from '../parts/states.js';

export function OverviewView() {
  const { data, error, refetch } = useCase();
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="the case" />;
  return (
    <Title order={1} p="md">
      {data.name}
    </Title>
  );
}
